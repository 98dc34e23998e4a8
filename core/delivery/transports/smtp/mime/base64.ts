import { Output } from "../output.ts";
import type { Piece } from "./piece.ts";

/** Base64 of a static piece from one of its first three bytes on. */
interface Aligned {
  /** The bytes before it, which share a group of three with what precedes the piece. */
  head: Uint8Array;
  /** Whole groups of three, in lines that end. */
  lines: string;
  /** The bytes after the last whole group. */
  tail: Uint8Array;
}

const LINE = 76;
const encoder = new TextEncoder();

/** What lies between static pieces, until it is encoded. */
class Gap {
  readonly #output = new Output();

  /** How many bytes the last group of three lacks. */
  get missing(): 0 | 1 | 2 {
    const over = this.#output.length % 3;
    return over === 0 ? 0 : over === 1 ? 2 : 1;
  }

  add(bytes: Uint8Array): void {
    this.#output.addBytes(bytes);
  }

  addText(text: string): void {
    this.#output.add(text);
  }

  take(): string {
    const lines = base64Lines(this.#output.bytes);
    this.clear();
    return lines;
  }

  clear(): void {
    this.#output.clear();
  }
}

/** One for all bodies, which are filled one at a time. */
const gap = new Gap();

/** Base64 in lines of at most 76 characters, each ended. */
export function base64Lines(bytes: Uint8Array): string {
  const text = bytes.toBase64();
  if (text.length <= LINE) return text === "" ? "" : `${text}\r\n`;
  let lines = "";
  for (let at = 0; at < text.length; at += LINE) {
    lines += `${text.slice(at, at + LINE)}\r\n`;
  }
  return lines;
}

/**
 * Pieces as one in base64. What stands still is encoded beforehand, for each of
 * the three ways it can lie in the groups of three bytes; only the places of values, and
 * a byte or two beside them, are encoded for each recipient.
 */
export function base64Body(pieces: Piece[]): Piece {
  const prepared = pieces.map((piece) =>
    typeof piece === "string" ? alignments(piece) : piece
  );
  return (values) => {
    // A value that was refused halfway leaves its body's beginning behind.
    gap.clear();
    let body = "";
    for (const piece of prepared) {
      if (typeof piece === "function") {
        gap.addText(piece(values));
        continue;
      }
      const aligned = piece[gap.missing] ?? piece[0];
      gap.add(aligned.head);
      // A piece too short to fill the group up leaves it open.
      if (gap.missing === 0) {
        body += gap.take() + aligned.lines;
        gap.add(aligned.tail);
      }
    }
    return body + gap.take();
  };
}

function alignments(text: string): [Aligned, Aligned, Aligned] {
  const bytes = encoder.encode(text);
  return [aligned(bytes, 0), aligned(bytes, 1), aligned(bytes, 2)];
}

function aligned(bytes: Uint8Array, offset: number): Aligned {
  const head = bytes.subarray(0, offset);
  const rest = bytes.subarray(offset);
  const whole = rest.length - rest.length % 3;
  return {
    head,
    lines: base64Lines(rest.subarray(0, whole)),
    tail: rest.subarray(whole),
  };
}
