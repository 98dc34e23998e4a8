/** A part of a key; parts of different types sort as bytes, text, bigints, numbers, booleans. */
export type KeyPart = Deno.KvKeyPart;

/** A whole key. */
export type Key = Deno.KvKey;

/** A text that is the same for equal keys and different for others. */
export function packKey(key: Key): string {
  return JSON.stringify(key.map(packPart));
}

/** The key behind a text made by `packKey`; throws on any other text. */
export function unpackKey(text: string): Key {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) throw new SyntaxError("not a key");
  return parts.map(unpackPart);
}

/** True if both keys are the same; cheaper than comparing their texts. */
export function sameKey(a: Key, b: Key): boolean {
  if (a.length !== b.length) return false;
  for (let i = a.length - 1; i >= 0; i--) {
    const left = a[i], right = b[i];
    if (Object.is(left, right)) continue;
    if (!(left instanceof Uint8Array) || !(right instanceof Uint8Array)) {
      return false;
    }
    if (compareBytes(left, right) !== 0) return false;
  }
  return true;
}

/** Negative, zero or positive as `a` sorts before, with or after `b` in Deno KV. */
export function compareKeys(a: Key, b: Key): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compareParts(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** How many bytes the key takes in Deno KV, or slightly more. */
export function keyBytes(key: Key): number {
  let bytes = 0;
  for (const part of key) bytes += partBytes(part);
  return bytes;
}

function packPart(part: KeyPart): unknown {
  if (typeof part === "string" || typeof part === "boolean") return part;
  if (typeof part === "bigint") return ["bigint", part.toString()];
  if (part instanceof Uint8Array) return ["bytes", ...part];
  if (typeof part !== "number") {
    throw new TypeError("A symbol cannot be part of a key");
  }
  if (!Number.isFinite(part)) return ["number", String(part)];
  return Object.is(part, -0) ? ["number", "-0"] : part;
}

function unpackPart(part: unknown): KeyPart {
  if (typeof part === "string" || typeof part === "boolean") return part;
  if (typeof part === "number") return part;
  if (!Array.isArray(part)) throw new SyntaxError("not a key part");
  const [type, value]: unknown[] = part;
  if (type === "bytes") return Uint8Array.from(part.slice(1));
  if (type === "bigint" && typeof value === "string") return BigInt(value);
  if (type === "number" && typeof value === "string") return Number(value);
  throw new SyntaxError("not a key part");
}

function compareParts(a: KeyPart, b: KeyPart): number {
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (typeof a === "number" && typeof b === "number") {
    return compareNumbers(a, b);
  }
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return compareBytes(a, b);
  }
  if (typeof a === "bigint" && typeof b === "bigint") {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof a === "boolean" && typeof b === "boolean") {
    return Number(a) - Number(b);
  }
  return rankOf(a) - rankOf(b);
}

function rankOf(part: KeyPart): number {
  if (part instanceof Uint8Array) return 0;
  return ["string", "bigint", "number", "boolean"].indexOf(typeof part) + 1;
}

// Deno KV sorts text by its UTF-8 bytes, that is by code point; JavaScript's `<` does not.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const encoder = new TextEncoder();
  return compareBytes(encoder.encode(a), encoder.encode(b));
}

function compareNumbers(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a)) return 1;
  if (Number.isNaN(b)) return -1;
  if (a === b) return Object.is(a, -0) ? -1 : 1;
  return a < b ? -1 : 1;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = a[i]! - b[i]!;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function partBytes(part: KeyPart): number {
  if (typeof part === "string") return textBytes(part) + 2;
  if (typeof part === "number") return 9;
  if (typeof part === "boolean") return 1;
  if (typeof part === "bigint") {
    return Math.ceil(part.toString(16).length / 2) + 4;
  }
  return part instanceof Uint8Array ? part.length * 2 + 2 : 0;
}

function textBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A zero is escaped; each half of a surrogate pair counts 3, one more than it takes.
    bytes += code === 0 ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
