import { type FoundLink, linksIn } from "../links.ts";
import {
  parseTemplate,
  PLACEHOLDER_PATTERN,
} from "../messages/placeholders.ts";

/** How a value is written: as text, as a link of its own, or inside the address of a link. */
export type ValueUse = "text" | "link" | "part of an address";

/** A piece of the HTML of a letter: markup as it is, or the place of a value. */
export type HtmlPart =
  | { kind: "markup"; html: string }
  | { kind: "value"; name: string; as: ValueUse };

/**
 * The value that is the address of a page and becomes a link. No other value does: whoever
 * types a name must not be able to put a link into a mail that we send.
 */
const LINK_PLACEHOLDER = "unsubscribe";

const PLACEHOLDER_HERE = new RegExp(PLACEHOLDER_PATTERN, "y");
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A plain text template as parts of HTML: paragraphs, line breaks and links. */
export function htmlParts(body: string): HtmlPart[] {
  const paragraphs = body.replaceAll(/\r\n?/g, "\n").trim().split(
    /\n[^\S\n]*\n\s*/,
  );
  return paragraphs.flatMap((paragraph) => [
    markup("<p>"),
    ...linkedParts(paragraph),
    markup("</p>\n"),
  ]);
}

/** The parts of a template in which nothing becomes a link. */
export function plainParts(template: string): HtmlPart[] {
  return partsWith(template, () => "text");
}

/** A value as the markup that stands for it. */
export function valueHtml(
  value: string,
  as: (HtmlPart & { kind: "value" })["as"],
): string {
  if (as === "part of an address") {
    return escapeHtml(encodeURIComponent(value.toWellFormed()));
  }
  if (as === "link" && /^https?:\/\/[^\s<>"']+$/i.test(value)) {
    const address = escapeHtml(value);
    return `<a href="${address}">${address}</a>`;
  }
  return withBreaks(value);
}

function linkedParts(paragraph: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let past = 0;
  for (const link of linksIn(paragraph, placeholderAt)) {
    parts.push(
      ...unlinkedParts(paragraph.slice(past, link.start)),
      ...linkParts(link, paragraph.slice(link.start, link.end)),
    );
    past = link.end;
  }
  return [...parts, ...unlinkedParts(paragraph.slice(past))];
}

function placeholderAt(text: string, at: number): number {
  if (text[at] !== "{") return 0;
  PLACEHOLDER_HERE.lastIndex = at;
  return PLACEHOLDER_HERE.exec(text)?.[0].length ?? 0;
}

function unlinkedParts(template: string): HtmlPart[] {
  return partsWith(
    template,
    (name) => name === LINK_PLACEHOLDER ? "link" : "text",
  );
}

function linkParts({ address }: FoundLink, typed: string): HtmlPart[] {
  const encoded = (text: string) => partsWith(text, () => "part of an address");
  return [
    markup('<a href="'),
    ...encoded(address),
    markup('">'),
    ...encoded(typed),
    markup("</a>"),
  ];
}

function partsWith(
  template: string,
  use: (name: string) => ValueUse,
): HtmlPart[] {
  return parseTemplate(template).map((segment) =>
    segment.kind === "text"
      ? markup(withBreaks(segment.text))
      : { kind: "value", name: segment.name, as: use(segment.name) }
  );
}

function withBreaks(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\r\n\u2028\u2029]/g, "<br>\n");
}

function markup(html: string): HtmlPart {
  return { kind: "markup", html };
}
