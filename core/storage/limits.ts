import { serialize } from "node:v8";
import { Invalid } from "../errors.ts";
import { type Key, keyBytes } from "./keys.ts";

/** The most bytes a value may take. */
export const MAX_VALUE_BYTES = 65_536;

/** The most bytes a key may take: Deno KV's 2,048 less what a cursor adds to it. */
export const MAX_KEY_BYTES = 2_040;

/** The most checks an operation may make: what `denokv` allows; a file allows 100. */
export const MAX_CHECKS = 10;

/** The most keys Deno KV reads at once. */
export const MAX_KEYS_AT_ONCE = 10;

/** The most entries Deno KV lists at once. */
export const MAX_ENTRIES_AT_ONCE = 1_000;

// The parts of a large write stay below what Deno KV takes (1,000 mutations, 819,200 bytes of
// which 81,920 in keys), so that checks and the estimate's small errors have room.

/** The most mutations in one part of a large write. */
export const PART_MUTATIONS = 900;

/** The most estimated bytes of values in one part of a large write. */
export const PART_VALUE_BYTES = 700 * 1024;

/** The most bytes of keys in one part of a large write. */
export const PART_KEY_BYTES = 70_000;

/** Names what is kept under a key, for error messages. */
export function describeKey(key: Key): string {
  const [kind, ...rest] = key;
  return `${String(kind)} "${rest.slice(-1).map(String).join()}"`;
}

/** Throws `Invalid` if the key is longer than Deno KV can hold. */
export function assertKeyFits(key: Key): void {
  if (keyBytes(key) > MAX_KEY_BYTES) throw tooLongKey(String(key[0]));
}

/** Puts Deno KV's refusal of an operation that is too large in clearer words. */
export function explainRefusal(
  error: unknown,
  mutations: readonly Deno.KvMutation[],
): unknown {
  if (!(error instanceof TypeError)) return error;
  if (/^Key too large/i.test(error.message)) return tooLongKey("this list");
  if (/^Value too large/i.test(error.message)) {
    return tooLargeValue(mutations) ?? error;
  }
  if (
    /^Total (mutation|key) size too large|^Too many mutations/i.test(
      error.message,
    )
  ) {
    return new RangeError(
      `One operation of ${mutations.length} mutations is more than the store takes at once (${error.message}). Split it with a batch.`,
      { cause: error },
    );
  }
  return error;
}

function tooLongKey(whose: string): Invalid {
  return new Invalid({
    "":
      `A key of ${whose} is longer than ${MAX_KEY_BYTES} bytes. Shorten what it is made of.`,
  });
}

function tooLargeValue(
  mutations: readonly Deno.KvMutation[],
): Invalid | undefined {
  for (const mutation of mutations) {
    if (mutation.type !== "set") continue;
    const bytes = mutation.value instanceof Uint8Array
      ? mutation.value.length
      : serialize(mutation.value).length;
    if (bytes <= MAX_VALUE_BYTES) continue;
    return new Invalid({
      "": `${
        describeKey(mutation.key)
      } takes ${bytes} bytes; at most ${MAX_VALUE_BYTES} fit. Shorten it.`,
    });
  }
  return undefined;
}
