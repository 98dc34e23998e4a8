import { safeAddress, safeMessageId, valueOf } from "../../../header_guard.ts";
import { Invalid } from "../../../../errors.ts";
import type { Letter, Mail, Recipient } from "../../../letter.ts";
import { type LetterParts, letterParts } from "../../../letter_parts.ts";
import { render } from "../../../render.ts";
import { base64Body } from "./base64.ts";
import { type HeaderFiller, headerFiller, mailboxLine } from "./header.ts";
import { htmlPieces, type Piece, textPieces } from "./piece.ts";
import { quotedBody } from "./quoted_printable.ts";

/** The source of a mail as a server takes it, all but dot-stuffing and the final dot. */
export type MimeFiller = (recipient: Recipient, date: Date) => string;

/** A letter's parts and who it is from, which is all that a template is made of. */
interface Source {
  from: Letter["from"];
  parts: LetterParts;
}

/** "=_" occurs in neither of the two encodings, so no body can hold the boundary. */
const BOUNDARY = "=_sendoff";
const LONGEST_ADDRESS = 320;
const LONGEST_MESSAGE_ID = 900;
/** Above this share of bytes beyond ASCII, base64 is the shorter. */
const BASE64_FROM = 1 / 6;

const fillers = new WeakMap<Letter, MimeFiller>();

/**
 * Composes a letter once, to be filled in for each recipient. What comes out reads as
 * `render` says, and what `render` refuses is refused: the filler throws `Invalid`.
 */
export function mimeFiller(letter: Letter): MimeFiller {
  const known = fillers.get(letter);
  if (known) return known;
  const parts = letterParts(letter);
  const fill = filler({ from: letter.from, parts });
  const names = namesIn(parts);
  const checked: MimeFiller = (recipient, date) =>
    names.some((name) => isUnruly(valueOf(name, recipient.values)))
      ? wholeFiller(render(letter, recipient, date))(recipient, date)
      : fill(recipient, date);
  fillers.set(letter, checked);
  return checked;
}

/** The filler of a mail that is rendered already, where values touch each other's text. */
function wholeFiller({ from, subject, text, html, headers }: Mail): MimeFiller {
  return filler({
    from,
    parts: {
      subject: [{ kind: "text", text: subject }],
      text: [{ kind: "text", text }],
      html: [{ kind: "markup", html }],
      headers: Object.entries(headers).map(([name, value]) => [
        name,
        [{ kind: "text", text: value }],
      ]),
    },
  });
}

function filler({ from, parts }: Source): MimeFiller {
  const sender = safeAddress("sender", { name: "", ...from });
  const fromLine = mailboxLine("From", sender);
  const subject = headerFiller("Subject", parts.subject);
  const headers = parts.headers.map(([name, value]) =>
    headerFiller(name, value)
  );
  const body = bodyFiller(parts);
  return (recipient, date) =>
    fromLine + toLine(recipient) + subject(recipient.values) +
    messageIdLine(recipient.messageId) + dateLine(date) +
    linesOf(headers, recipient.values) + body(recipient.values);
}

function bodyFiller({ text, html }: LetterParts) {
  const plain = partFiller("plain", textPieces(text));
  const rich = partFiller("html", htmlPieces(html));
  const start =
    `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n`;
  return (values: Record<string, string>) =>
    `${start}--${BOUNDARY}\r\n${plain(values)}\r\n--${BOUNDARY}\r\n${
      rich(values)
    }\r\n--${BOUNDARY}--\r\n`;
}

function partFiller(subtype: string, pieces: Piece[]) {
  const isForeign = prefersBase64(pieces);
  const fill = isForeign ? base64Body(pieces) : quotedBody(pieces);
  const encoding = isForeign ? "base64" : "quoted-printable";
  const head = `Content-Type: text/${subtype}; charset=utf-8\r\n` +
    `Content-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return (values: Record<string, string>) => head + fill(values);
}

function prefersBase64(pieces: Piece[]): boolean {
  const fixed = pieces.filter((piece) => typeof piece === "string").join("");
  const bytes = new TextEncoder().encode(fixed);
  const foreign = bytes.reduce((sum, byte) => sum + (byte > 0x7E ? 1 : 0), 0);
  return foreign > bytes.length * BASE64_FROM;
}

function namesIn({ subject, text, html, headers }: LetterParts): string[] {
  const places = [subject, text, html, ...headers.map(([, value]) => value)];
  const names = places.flat().flatMap((part) =>
    part.kind === "placeholder" || part.kind === "value" ? [part.name] : []
  );
  return [...new Set(names)];
}

/** Whether a value could come together with the text beside it: line ends, half a character. */
function isUnruly(value: string): boolean {
  return /[\r\n\u2028\u2029]/.test(value) || !value.isWellFormed();
}

function toLine(recipient: Recipient): string {
  const { name, address } = safeAddress("recipient", recipient);
  if (address.length <= LONGEST_ADDRESS) {
    return mailboxLine("To", { name, address });
  }
  throw new Invalid({ address: "The recipient's address is too long." });
}

function messageIdLine(messageId: string): string {
  if (messageId.length <= LONGEST_MESSAGE_ID) {
    return `Message-ID: <${safeMessageId(messageId)}>\r\n`;
  }
  throw new Invalid({ messageId: "The message id is too long." });
}

/** Its text holds for a whole second, in which many mails are filled. */
let lastDate = { second: NaN, line: "" };

function dateLine(date: Date): string {
  const second = Math.floor(date.getTime() / 1_000);
  if (lastDate.second !== second) {
    const text = date.toUTCString().replace("GMT", "+0000");
    lastDate = { second, line: `Date: ${text}\r\n` };
  }
  return lastDate.line;
}

function linesOf(
  headers: HeaderFiller[],
  values: Record<string, string>,
): string {
  let lines = "";
  for (const header of headers) lines += header(values);
  return lines;
}
