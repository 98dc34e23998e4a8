import type { Piece } from "./piece.ts";

const LONGEST_LINE = 76;
const SOFT_BREAK = "=\r\n";
const DOT = 0x2E;
const EQUALS = 0x3D;
const F = 0x46;
const SPACE = 0x20;
const TAB = 0x09;
const encoder = new TextEncoder();

/** What stands for each byte where nothing is delicate about its place. */
const USUAL = Array.from({ length: 256 }, (_, byte) => usualToken(byte));

/** Needs no encoding wherever it stands, and fits into a line with the break after it. */
const PLAIN = /^[!-\-/-<>-EG-~][ !-<>-~]{0,70}(?<! )$/;

/** Letters, digits and signs that need no encoding in the middle of a line nor at its end. */
const USUAL_LINE = /^[\t !-<>-~]*[!-<>-~]$/;

/**
 * Fills pieces into a quoted-printable body. A value stands between soft line breaks, which
 * are no part of the text, so that everything around it is encoded beforehand.
 */
export function quotedBody(
  pieces: Piece[],
): (values: Record<string, string>) => string {
  const prepared = pieces.map((piece, at) => {
    if (typeof piece !== "string") return piece;
    return at < pieces.length - 1 ? withBreak(quoted(piece)) : quoted(piece);
  });
  return (values) => {
    let body = "";
    for (const piece of prepared) {
      body += typeof piece === "string" ? piece : brokenValue(piece(values));
    }
    return body;
  };
}

/** Text with CRLF line ends in quoted-printable, in which no line begins with a dot. */
export function quoted(text: string): string {
  return text.split("\r\n").map(quotedLine).join("\r\n");
}

/** A value and the break after it. */
function brokenValue(text: string): string {
  return PLAIN.test(text) ? text + SOFT_BREAK : withBreak(quoted(text));
}

function withBreak(quoted: string): string {
  return quoted === "" || quoted.endsWith("\n") ? quoted : quoted + SOFT_BREAK;
}

function quotedLine(line: string): string {
  return usualLine(line) ?? lineByByte(line);
}

/** A line in which every character stands for itself, as links do; undefined if one may not. */
function usualLine(line: string): string | undefined {
  if (!USUAL_LINE.test(line)) return undefined;
  let text = "";
  for (let at = 0; at < line.length; at += LONGEST_LINE - 1) {
    if (isDelicate(line.charCodeAt(at), true, false)) return undefined;
    if (at > 0) text += SOFT_BREAK;
    text += line.slice(at, at + LONGEST_LINE - 1);
  }
  return text;
}

function lineByByte(line: string): string {
  const bytes = encoder.encode(line);
  const last = bytes.length - 1;
  let text = "";
  let width = 0;
  for (let at = 0; at <= last; at++) {
    const byte = bytes[at] ?? 0;
    const usual = USUAL[byte] ?? "";
    // The last column is the soft break's own.
    if (width + usual.length >= LONGEST_LINE) {
      text += SOFT_BREAK;
      width = 0;
    }
    const token = isDelicate(byte, width === 0, at === last)
      ? hex(byte)
      : usual;
    text += token;
    width += token.length;
  }
  return text;
}

/** A dot would be doubled on the way, "From " marked, and white space at the end cut off. */
function isDelicate(byte: number, isFirst: boolean, isLast: boolean): boolean {
  return (isFirst && (byte === DOT || byte === F)) ||
    (isLast && (byte === SPACE || byte === TAB));
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function usualToken(byte: number): string {
  const isPlain = byte === TAB || (byte >= SPACE && byte < 0x7F);
  return isPlain && byte !== EQUALS ? String.fromCharCode(byte) : hex(byte);
}
