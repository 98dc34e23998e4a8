const INITIAL = 8 * 1_024;
const LF = 0x0A;
const LAST_ASCII = 0x7F;
const SHORT = 64;
const encoder = new TextEncoder();

/** A text of many messages, encoded once. */
export class FixedText {
  readonly text: string;
  /** It in UTF-8, with a second dot where a line within it begins with one. */
  readonly bytes: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.bytes = encoder.encode(dotted(text));
  }
}

/** The texts of a message as they follow one another. */
export type MessageText = string | FixedText;

/** The texts of a message as one. */
export function wholeText(texts: readonly MessageText[]): string {
  return texts.map((text) => typeof text === "string" ? text : text.text)
    .join("");
}

/**
 * Text on its way out, encoded as it is added. It is made once for a connection and filled again
 * and again: a text that is kept until it is sent costs more to clear away than to write.
 */
export class Output {
  #bytes = new Uint8Array(INITIAL);
  #length = 0;

  /** How many bytes it holds. */
  get length(): number {
    return this.#length;
  }

  /** What it holds, until it is changed. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Empties it. */
  clear(): void {
    this.#length = 0;
  }

  /** Adds a text at the end. */
  add(text: string): void {
    // A character of a string is at most three bytes of UTF-8.
    this.#makeRoom(text.length * 3);
    if (text.length <= SHORT && this.#addAscii(text)) return;
    const free = this.#bytes.subarray(this.#length);
    this.#length += encoder.encodeInto(text, free).written;
  }

  /** Adds a text of a message's, with a second dot where a line of it begins with one (RFC 5321). */
  addMessage(text: MessageText): void {
    const beginsLine = this.#length === 0 ||
      this.#bytes[this.#length - 1] === LF;
    const isFixed = typeof text !== "string";
    if (beginsLine && (isFixed ? text.text : text).startsWith(".")) {
      this.add(".");
    }
    if (isFixed) this.addBytes(text.bytes);
    else this.add(dotted(text));
  }

  /** Cheaper than an encoder for what is short; leaves a text with other letters alone. */
  #addAscii(text: string): boolean {
    const bytes = this.#bytes;
    const start = this.#length;
    for (let n = 0; n < text.length; n++) {
      const code = text.charCodeAt(n);
      if (code > LAST_ASCII) return false;
      bytes[start + n] = code;
    }
    this.#length += text.length;
    return true;
  }

  /** Adds bytes at the end. */
  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(needed * 2);
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}

function dotted(text: string): string {
  return text.includes("\r\n.") ? text.replaceAll("\r\n.", "\r\n..") : text;
}
