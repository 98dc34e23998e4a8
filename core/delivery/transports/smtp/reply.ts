/** A server's reply to one command. */
export interface Reply {
  /** Three digits, from 200 to 559. */
  code: number;
  /** The enhanced status code of RFC 3463, when there is one and it agrees with the code. */
  enhanced?: EnhancedCode;
  /** What stands after the code on each line. */
  lines: readonly string[];
}

/** An enhanced status code: "5.1.1" is class 5, subject 1, detail 1. */
export interface EnhancedCode {
  class: number;
  subject: number;
  detail: number;
}

/** Bytes that are no reply, or one without end. */
export class ReplyFault extends Error {
  override name = "ReplyFault";
}

const LONGEST_LINE = 2_048;
const LONGEST_REPLY = 65_536;
/** Replies that are remembered: few, since those that name a message never come again. */
const MOST_KNOWN = 8;
const CR = 13;
const LF = 10;
const LINE = /^([2-5][0-5]\d)(?:([ -])(.*))?$/s;
const ENHANCED = /^([245])\.(\d{1,3})\.(\d{1,3})(?: |$)/;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Takes replies out of the bytes of a connection, strictly: every line ends with CRLF and
 * has at most 2 KiB, all lines of a reply bear one code, a reply has at most 64 KiB.
 */
export class ReplyParser {
  #bytes = new Uint8Array(4_096);
  #start = 0;
  #end = 0;
  /** Up to here there is no line end. */
  #seen = 0;
  #code = "";
  #lines: string[] = [];
  #size = 0;
  /** Replies of one line, and their bytes: a server says much the same all the time. */
  readonly #known: { bytes: Uint8Array; reply: Reply }[] = [];

  /** Whether something has come that belongs to no whole reply yet. */
  get isEmpty(): boolean {
    return this.#start === this.#end && this.#lines.length === 0;
  }

  /** Adds what has been read. */
  push(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#bytes.length) {
      this.#makeRoom(bytes.length);
    }
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** The next whole reply; throws `ReplyFault` when there can be none. */
  next(): Reply | undefined {
    if (this.#lines.length === 0) {
      const known = this.#again();
      if (known) return known;
    }
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      const [, code = "", separator, text = ""] = LINE.exec(line) ??
        nonsense(line);
      if (this.#lines.length > 0 && code !== this.#code) nonsense(line);
      this.#code = code;
      this.#lines.push(text);
      if (separator !== "-") return this.#remembered(line, this.#reply());
    }
    return undefined;
  }

  /** A known reply, if that comes next. */
  #again(): Reply | undefined {
    const found = this.#known.find(({ bytes }) => this.#startsWith(bytes));
    if (!found) return undefined;
    this.#start = this.#seen = this.#start + found.bytes.length;
    return found.reply;
  }

  #startsWith(bytes: Uint8Array): boolean {
    if (this.#start + bytes.length > this.#end) return false;
    for (let n = 0; n < bytes.length; n++) {
      if (this.#bytes[this.#start + n] !== bytes[n]) return false;
    }
    return true;
  }

  #remembered(line: string, reply: Reply): Reply {
    const isOneLine = reply.lines.length === 1;
    if (isOneLine && this.#known.length < MOST_KNOWN) {
      this.#known.push({ bytes: encoder.encode(`${line}\r\n`), reply });
    }
    return reply;
  }

  #reply(): Reply {
    const code = Number(this.#code);
    const enhanced = enhancedOf(code, this.#lines[0] ?? "");
    const reply = { code, lines: this.#lines, ...(enhanced && { enhanced }) };
    this.#lines = [];
    this.#size = 0;
    return reply;
  }

  /** The next whole line without its end. */
  #line(): string | undefined {
    if (this.#start === this.#end) {
      this.#start = this.#end = this.#seen = 0;
      return undefined;
    }
    const end = this.#bytes.indexOf(LF, this.#seen);
    const isWhole = end >= 0 && end < this.#end;
    const length = (isWhole ? end + 1 : this.#end) - this.#start;
    if (length > LONGEST_LINE) throw new ReplyFault(TOO_LONG_A_LINE);
    if (this.#size + length > LONGEST_REPLY) throw new ReplyFault(TOO_LONG);
    if (!isWhole) {
      this.#seen = this.#end;
      return undefined;
    }
    const bytes = this.#bytes.subarray(this.#start, end + 1);
    const line = decoder.decode(bytes);
    const firstCr = bytes.indexOf(CR);
    if (firstCr !== bytes.length - 2) nonsense(line);
    this.#size += length;
    this.#start = this.#seen = end + 1;
    return line.slice(0, -2);
  }

  #makeRoom(count: number): void {
    const kept = this.#bytes.subarray(this.#start, this.#end);
    const size = Math.max(this.#bytes.length, (kept.length + count) * 2);
    const bytes = new Uint8Array(size);
    bytes.set(kept);
    this.#bytes = bytes;
    this.#seen -= this.#start;
    this.#end = kept.length;
    this.#start = 0;
  }
}

const TOO_LONG = "The mail server's reply has more than 64 KiB.";
const TOO_LONG_A_LINE =
  "The mail server's reply has a line of more than 2 KiB.";

/** A reply as one text, its code in front. */
export function replyText({ code, lines }: Reply): string {
  return `${code} ${lines.join(" ")}`;
}

function enhancedOf(code: number, line: string): EnhancedCode | undefined {
  const [, digit, subject, detail] = ENHANCED.exec(line) ?? [];
  // One that contradicts the basic code says nothing.
  if (Number(digit) !== Math.floor(code / 100)) return undefined;
  return {
    class: Number(digit),
    subject: Number(subject),
    detail: Number(detail),
  };
}

function nonsense(line: string): never {
  throw new ReplyFault(`The mail server's reply makes no sense: ${line}`);
}
