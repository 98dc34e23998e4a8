import { Invalid } from "../errors.ts";
import { parseTemplate, type Segment } from "../messages/placeholders.ts";
import type { Address, Letter, Mail, Recipient } from "./letter.ts";
import {
  type HtmlPart,
  htmlParts,
  plainParts,
  valueHtml,
} from "./letter_html.ts";
import { AFTER_BODY, BEFORE_BODY, BEFORE_TITLE } from "./letter_page.ts";

/** The templates of a letter, taken apart. */
interface CompiledLetter {
  subject: Segment[];
  text: Segment[];
  html: HtmlPart[];
  headers: [name: string, value: Segment[]][];
}

/** Would end a header line, or be read as its end by some program on the way. */
// deno-lint-ignore no-control-regex -- control characters are what it looks for
const BREAKS_HEADER = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/;
const ADDRESS = /^[^\s<>(),;:"\\@]+@[^\s<>(),;"\\@]+$/;
const MESSAGE_ID = /^[\x21-\x3B\x3D\x3F-\x7E]+$/;
const HEADER_NAME = /^[A-Za-z0-9-]+$/;

const compiled = new WeakMap<Letter, CompiledLetter>();

/**
 * Makes a letter out to one recipient; throws `Invalid` when a value is missing or would
 * reach into a header. A letter is taken apart once, so it must not change afterwards.
 */
export function render(letter: Letter, recipient: Recipient, date: Date): Mail {
  const { subject, text, html, headers } = compile(letter);
  const { values } = recipient;
  return {
    from: safeAddress("sender", {
      name: letter.from.name ?? "",
      address: letter.from.address,
    }),
    to: safeAddress("recipient", recipient),
    subject: safeHeader("subject", fill(subject, values)),
    text: fill(text, values).toWellFormed(),
    html: fillHtml(html, values),
    headers: Object.fromEntries(
      headers.map((
        [name, value],
      ) => [name, safeHeader(name, fill(value, values))]),
    ),
    messageId: safeMessageId(recipient.messageId),
    date,
  };
}

function compile(letter: Letter): CompiledLetter {
  const known = compiled.get(letter);
  if (known) return known;
  const parts: CompiledLetter = {
    subject: parseTemplate(letter.subject),
    text: parseTemplate(letter.body),
    html: [
      { kind: "markup", html: BEFORE_TITLE },
      ...plainParts(letter.subject),
      { kind: "markup", html: BEFORE_BODY },
      ...htmlParts(letter.body),
      { kind: "markup", html: AFTER_BODY },
    ],
    headers: Object.entries(letter.headers ?? {}).map(([name, value]) => [
      safeHeaderName(name),
      parseTemplate(value),
    ]),
  };
  compiled.set(letter, parts);
  return parts;
}

function fill(segments: Segment[], values: Record<string, string>): string {
  let text = "";
  for (const segment of segments) {
    text += segment.kind === "text"
      ? segment.text
      : valueOf(segment.name, values);
  }
  return text;
}

function fillHtml(parts: HtmlPart[], values: Record<string, string>): string {
  let html = "";
  for (const part of parts) {
    html += part.kind === "markup"
      ? part.html
      : valueHtml(valueOf(part.name, values), part.as);
  }
  return html.toWellFormed();
}

function valueOf(name: string, values: Record<string, string>): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) {
    throw new Invalid({
      body: `There is nothing to put in place of {{${name}}}.`,
    });
  }
  return value;
}

function safeAddress(what: string, { name, address }: Address): Address {
  if (!ADDRESS.test(address) || BREAKS_HEADER.test(address)) {
    throw new Invalid({
      address: `The ${what}'s address is not an e-mail address.`,
    });
  }
  return { name: safeHeader(`${what}'s name`, name), address };
}

function safeHeader(what: string, text: string): string {
  if (!BREAKS_HEADER.test(text)) return text.toWellFormed();
  throw new Invalid({
    [what]: `The ${what} has a line break or a control character in it.`,
  });
}

function safeHeaderName(name: string): string {
  if (HEADER_NAME.test(name)) return name;
  throw new Invalid({
    headers: `${JSON.stringify(name)} cannot be the name of a header.`,
  });
}

function safeMessageId(messageId: string): string {
  if (MESSAGE_ID.test(messageId)) return messageId;
  throw new Invalid({
    messageId: "The message id has characters that do not fit a header.",
  });
}
