/**
 * At least the bytes that a value takes in Deno KV, found without serialising it.
 *
 * Text counts two bytes a character, which is too much for plain Latin text and right for the
 * rest; numbers, dates and the frames of objects count what they take at most.
 */
export function estimateBytes(value: unknown): number {
  if (typeof value === "string") return 8 + value.length * 2;
  if (typeof value === "bigint") return 16 + value.toString(16).length;
  if (typeof value !== "object" || value === null) return 10;
  if (value instanceof Uint8Array) return 16 + value.byteLength;
  if (value instanceof Date || value instanceof Deno.KvU64) return 12;
  if (value instanceof Map) return estimateMany([...value].flat());
  if (value instanceof Set || Array.isArray(value)) return estimateMany(value);
  return estimateObject(value);
}

function estimateMany(values: Iterable<unknown>): number {
  let bytes = 16;
  for (const value of values) bytes += estimateBytes(value);
  return bytes;
}

function estimateObject(value: object): number {
  let bytes = 16;
  for (const [key, part] of Object.entries(value)) {
    bytes += 8 + key.length * 2 + estimateBytes(part);
  }
  return bytes;
}
