import type { Segment } from "../../../../messages/placeholders.ts";
import { valueOf } from "../../../header_guard.ts";
import { type HtmlPart, valueHtml } from "../../../letter_html.ts";

/** A piece of a mail: text that stands still, or what makes the text out of the values. */
export type Piece = string | ((values: Record<string, string>) => string);

/** The same pieces, those that stand still side by side made one. */
export function joined(pieces: Piece[]): Piece[] {
  const few: Piece[] = [];
  for (const piece of pieces) {
    const last = few.at(-1);
    if (typeof last === "string" && typeof piece === "string") {
      few[few.length - 1] = last + piece;
    } else few.push(piece);
  }
  return few;
}

/** The pieces of a plain text, with its lines ended as mail ends them. */
export function textPieces(segments: Segment[]): Piece[] {
  return segments.map((segment) => {
    if (segment.kind === "text") return withMailLines(segment.text);
    const { name } = segment;
    return (values) => valueOf(name, values);
  });
}

/** The pieces of a letter's HTML, with its lines ended as mail ends them. */
export function htmlPieces(parts: HtmlPart[]): Piece[] {
  const pieces: Piece[] = [];
  let markup = "";
  for (const part of parts) {
    if (part.kind === "markup") {
      markup += part.html;
      continue;
    }
    const { name, as } = part;
    pieces.push(
      withMailLines(markup),
      (values) => valueHtml(valueOf(name, values), as),
    );
    markup = "";
  }
  return [...pieces, withMailLines(markup)];
}

function withMailLines(text: string): string {
  return text.replace(/\r\n|\r|\n/g, "\r\n").toWellFormed();
}
