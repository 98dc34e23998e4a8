import type { Segment } from "../../../../messages/placeholders.ts";
import { safeHeader, valueOf } from "../../../header_guard.ts";
import type { Address } from "../../../letter.ts";
import { asciiDomain } from "../address.ts";
import type { Piece } from "./piece.ts";

const FOLDED_AT = 76;
/** A line of a mail may have 998 characters; a word of it that is longer cannot be folded. */
const LONGEST_WORD = 900;
/** Makes words of 60 characters, which leaves room for the header's name beside the first. */
const BYTES_A_WORD = 36;
const FOLD = "\r\n ";

const PRINTABLE = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const LONGEST_PLAIN_NAME = 60;

const encoder = new TextEncoder();
const wordBytes = new Uint8Array(BYTES_A_WORD);

/**
 * The lines of one header, in which everything that stands still is encoded beforehand; the
 * piece throws `Invalid` when values do not fit.
 */
export function headerPiece(name: string, segments: Segment[]): Piece {
  const what = name === "Subject" ? "subject" : name;
  const fixed = segments.map((segment) =>
    segment.kind === "text" ? safeHeader(what, segment.text) : undefined
  );
  const texts = fixed.filter((text) => text !== undefined);
  if (texts.length === segments.length) {
    return headerLine(name, texts.join(""));
  }
  const part = (values: Record<string, string>, at: number) => {
    const segment = segments[at];
    return segment?.kind === "placeholder"
      ? safeHeader(what, valueOf(segment.name, values))
      : fixed[at] ?? "";
  };
  if (texts.every((text) => /^[ -~]*$/.test(text))) {
    return (values) =>
      headerLine(name, segments.map((_, at) => part(values, at)).join(""));
  }
  const words = fixed.map((text) => text && encodedWords(text));
  return (values) =>
    `${name}: ${
      segments.map((_, at) => words[at] ?? encodedWords(part(values, at)))
        .filter((word) => word !== "").join(FOLD)
    }\r\n`;
}

/** A header of free text, folded and encoded as it needs, with its line ends. */
export function headerLine(name: string, text: string): string {
  const isPlain = PRINTABLE.test(text) && !text.includes("=?");
  if (isPlain && name.length + 2 + text.length <= FOLDED_AT) {
    return `${name}: ${text}\r\n`;
  }
  const words = text.split(" ");
  const fits = isPlain && words.every((word) => word.length <= LONGEST_WORD);
  return fits
    ? folded(`${name}:`, words)
    : `${name}: ${encodedWords(text)}\r\n`;
}

/** A header that holds one mailbox, with its line end. */
export function mailboxLine(field: string, mailbox: Address): string {
  const { name } = mailbox;
  const address = asciiDomain(mailbox.address) ?? mailbox.address;
  if (name === "") return `${field}: ${address}\r\n`;
  if (PLAIN_NAME.test(name) && name.length <= LONGEST_PLAIN_NAME) {
    const line = `${field}: ${name} <${address}>\r\n`;
    if (line.length <= FOLDED_AT) return line;
  }
  return `${field}: ${phrase(name)}${FOLD}<${address}>\r\n`;
}

/** Any text as encoded words of UTF-8, one a line; readers put them together again. */
export function encodedWords(text: string): string {
  let words = "";
  let rest = text;
  while (rest !== "") {
    // Stops by itself before a character that does not fit whole.
    const { read, written } = encoder.encodeInto(rest, wordBytes);
    const word = wordBytes.subarray(0, written).toBase64();
    words += `${words === "" ? "" : FOLD}=?utf-8?B?${word}?=`;
    rest = rest.slice(read);
  }
  return words;
}

function phrase(name: string): string {
  const isPlain = PRINTABLE.test(name) && !name.includes("=?") &&
    name.length <= LONGEST_PLAIN_NAME;
  return isPlain ? `"${name.replace(/["\\]/g, "\\$&")}"` : encodedWords(name);
}

function folded(start: string, words: string[]): string {
  let text = start;
  let width = start.length;
  for (const word of words) {
    const breaks = width > start.length && width + 1 + word.length > FOLDED_AT;
    text += (breaks ? FOLD : " ") + word;
    width = (breaks ? 0 : width) + 1 + word.length;
  }
  return `${text}\r\n`;
}
