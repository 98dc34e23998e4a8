import { compareKeys, type Key, type KeyPart } from "./keys.ts";

/** The keys from `start` up to but not including `end`. */
export interface KeyRange {
  start: Key;
  end: Key;
}

/** What narrows a range below a base key. */
export interface Bounds {
  /** Parts that every key has right after the base. */
  prefix?: readonly KeyPart[];
  /** Text that the part after `prefix` starts with. */
  startsWith?: string;
  /** The lowest parts after `prefix`, included. */
  from?: readonly KeyPart[];
  /** The upper bound of the parts after `prefix`, not included, nor anything below it. */
  to?: readonly KeyPart[];
}

/** The range below `base` that fits the bounds. */
export function rangeWithin(base: Key, bounds: Bounds): KeyRange {
  const root = [...base, ...bounds.prefix ?? []];
  let range: KeyRange = { start: root, end: endOfBranch(root) };
  if (bounds.startsWith) {
    range = overlap(range, startingWith(root, bounds.startsWith));
  }
  if (bounds.from) {
    range = overlap(range, { ...range, start: [...root, ...bounds.from] });
  }
  if (bounds.to) {
    range = overlap(range, { ...range, end: [...root, ...bounds.to] });
  }
  return range;
}

/** The keys that are in both ranges. */
export function overlap(a: KeyRange, b: KeyRange): KeyRange {
  return {
    start: compareKeys(a.start, b.start) > 0 ? a.start : b.start,
    end: compareKeys(a.end, b.end) < 0 ? a.end : b.end,
  };
}

/** True if no key can be in the range. */
export function isEmpty(range: KeyRange): boolean {
  return compareKeys(range.start, range.end) >= 0;
}

/** True if the key is in the range. */
export function holds(range: KeyRange, key: Key): boolean {
  return compareKeys(key, range.start) >= 0 && compareKeys(key, range.end) < 0;
}

/** The lowest key above `key`: empty bytes are the lowest part there is. */
export function keyAfter(key: Key): Key {
  return [...key, new Uint8Array()];
}

/** The lowest key above `key` and everything below it. */
export function endOfBranch(key: Key): Key {
  const last = key.at(-1);
  if (last === undefined) throw new RangeError("The empty key has no end");
  const next = nextPart(last);
  const parent = key.slice(0, -1);
  return next === undefined ? endOfBranch(parent) : [...parent, next];
}

function startingWith(root: Key, text: string): KeyRange {
  const end = textAfter(text);
  return {
    start: [...root, text],
    end: end === undefined ? endOfBranch(root) : [...root, end],
  };
}

// Nothing sorts between a part and what this gives, but for what lies below the part.
function nextPart(part: KeyPart): KeyPart | undefined {
  if (typeof part === "string") return part + "\0";
  if (typeof part === "bigint") return part + 1n;
  if (typeof part === "number") return nextNumber(part);
  if (typeof part === "boolean") return part ? undefined : true;
  return part instanceof Uint8Array ? Uint8Array.from([...part, 0]) : undefined;
}

function nextNumber(number: number): KeyPart {
  if (Number.isNaN(number)) return false;
  if (number === Infinity) return NaN;
  if (number === 0) return Object.is(number, -0) ? 0 : Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  view.setBigInt64(0, view.getBigInt64(0) + (number > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** The lowest text above every text that starts with `text`; nothing if there is none. */
function textAfter(text: string): string | undefined {
  const points = [...text.toWellFormed()];
  while (points.length > 0) {
    const point = points.pop()!.codePointAt(0)!;
    if (point === 0x10FFFF) continue;
    // The surrogates between U+D7FF and U+E000 are no characters.
    const next = point === 0xD7FF ? 0xE000 : point + 1;
    return points.join("") + String.fromCodePoint(next);
  }
  return undefined;
}
