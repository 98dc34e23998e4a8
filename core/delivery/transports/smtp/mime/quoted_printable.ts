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

/** ASCII that can be read, without white space at its end. */
const ASCII_LINE = /^[\t -~]*[!-~]$/;

/**
 * Pieces in quoted-printable. A value stands between soft line breaks, which are no part of the
 * text, so that everything around it is encoded beforehand.
 */
export function quotedBody(pieces: Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (typeof piece !== "string") {
      return (values) => brokenValue(piece(values));
    }
    return at < pieces.length - 1 ? withBreak(quoted(piece)) : quoted(piece);
  });
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
  return ASCII_LINE.test(line) ? asciiLine(line) : lineByByte(line);
}

/** What `lineByByte` makes of a line of ASCII, a whole line at a time: links are long. */
function asciiLine(line: string): string {
  const encoded = line.replaceAll("=", "=3D");
  let text = "";
  for (let at = 0; at < encoded.length;) {
    const code = encoded.charCodeAt(at);
    const first = isDelicate(code, true, false)
      ? hex(code)
      : encoded.charAt(at);
    const end = cutBefore(encoded, at + LONGEST_LINE - first.length);
    text += (at > 0 ? SOFT_BREAK : "") + first + encoded.slice(at + 1, end);
    at = end;
  }
  return text;
}

/** The place at which to cut: no "=3D" is torn. */
function cutBefore(encoded: string, at: number): number {
  if (at >= encoded.length) return encoded.length;
  if (encoded.charCodeAt(at - 1) === EQUALS) return at - 1;
  return encoded.charCodeAt(at - 2) === EQUALS ? at - 2 : at;
}

function lineByByte(line: string): string {
  const bytes = encoder.encode(line);
  const last = bytes.length - 1;
  let text = "";
  let width = 0;
  for (let at = 0; at <= last; at++) {
    const byte = bytes[at] ?? 0;
    // The last column is the soft break's own.
    if (width + tokenOf(byte, false, at === last).length >= LONGEST_LINE) {
      text += SOFT_BREAK;
      width = 0;
    }
    const token = tokenOf(byte, width === 0, at === last);
    text += token;
    width += token.length;
  }
  return text;
}

function tokenOf(byte: number, isFirst: boolean, isLast: boolean): string {
  return isDelicate(byte, isFirst, isLast) ? hex(byte) : USUAL[byte] ?? "";
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
