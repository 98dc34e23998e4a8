import { safeAddress, safeMessageId, valueOf } from "../../../header_guard.ts";
import { Invalid } from "../../../../errors.ts";
import type { Letter, Mail, Recipient } from "../../../letter.ts";
import { type LetterParts, letterParts } from "../../../letter_parts.ts";
import { render } from "../../../render.ts";
import { FixedText, type MessageText } from "../output.ts";
import { base64Body } from "./base64.ts";
import { headerPiece, mailboxLine } from "./header.ts";
import { htmlPieces, joined, type Piece, textPieces } from "./piece.ts";
import { quotedBody } from "./quoted_printable.ts";

/** The source of a mail, in texts to be written one after another, before dots are doubled. */
export type MimeFiller = (recipient: Recipient, date: Date) => MessageText[];

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
  const start = new FixedText(mailboxLine("From", sender));
  const pieces = joined([
    headerPiece("Subject", parts.subject),
    ...parts.headers.map(([name, value]) => headerPiece(name, value)),
    ...bodyPieces(parts),
  ]).map((piece) => typeof piece === "string" ? new FixedText(piece) : piece);
  return (recipient, date) => [
    start,
    toLine(recipient),
    messageIdLine(recipient.messageId),
    dateLine(date),
    ...pieces.map((piece) =>
      typeof piece === "function" ? piece(recipient.values) : piece
    ),
  ];
}

function bodyPieces({ text, html }: LetterParts): Piece[] {
  return [
    `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n`,
    `\r\n--${BOUNDARY}\r\n`,
    ...partPieces("plain", textPieces(text)),
    `\r\n--${BOUNDARY}\r\n`,
    ...partPieces("html", htmlPieces(html)),
    `\r\n--${BOUNDARY}--\r\n`,
  ];
}

function partPieces(subtype: string, pieces: Piece[]): Piece[] {
  const isForeign = prefersBase64(pieces);
  const encoding = isForeign ? "base64" : "quoted-printable";
  return [
    `Content-Type: text/${subtype}; charset=utf-8\r\n`,
    `Content-Transfer-Encoding: ${encoding}\r\n\r\n`,
    ...(isForeign ? [base64Body(pieces)] : quotedBody(pieces)),
  ];
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
