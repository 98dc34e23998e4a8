import { parseTemplate, type Segment } from "../messages/placeholders.ts";
import { safeHeaderName } from "./header_guard.ts";
import type { Letter } from "./letter.ts";
import { type HtmlPart, htmlParts, plainParts } from "./letter_html.ts";
import { AFTER_BODY, BEFORE_BODY, beforeTitle } from "./letter_page.ts";

/** The templates of a letter, taken apart. */
export interface LetterParts {
  subject: Segment[];
  text: Segment[];
  html: HtmlPart[];
  headers: [name: string, value: Segment[]][];
}

const known = new WeakMap<Letter, LetterParts>();

/** Takes a letter apart, once; throws `Invalid` when a header has an impossible name. */
export function letterParts(letter: Letter): LetterParts {
  const before = known.get(letter);
  if (before) return before;
  const parts: LetterParts = {
    subject: parseTemplate(letter.subject),
    text: parseTemplate(letter.body),
    html: [
      { kind: "markup", html: beforeTitle(letter.language) },
      ...plainParts(letter.subject),
      { kind: "markup", html: BEFORE_BODY },
      ...htmlParts(letter.body),
      { kind: "markup", html: AFTER_BODY },
    ],
    headers: [
      ...headersOf(
        letter.fixedHeaders,
        (text) => [{ kind: "text" as const, text }],
      ),
      ...headersOf(letter.headers, parseTemplate),
    ],
  };
  known.set(letter, parts);
  return parts;
}

function headersOf(
  headers: Record<string, string> = {},
  read: (value: string) => Segment[],
): LetterParts["headers"] {
  return Object.entries(headers).map((
    [name, value],
  ) => [safeHeaderName(name), read(value)]);
}
