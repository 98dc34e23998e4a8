import { isEmpty, keyAfter, type KeyRange } from "./key_range.ts";
import { type Key, keyBytes } from "./keys.ts";
import { PART_KEY_BYTES, PART_MUTATIONS } from "./limits.ts";
import type { PatientKv } from "./patient_kv.ts";

/** Deletes every key of a range, in operations as large as the store takes. */
export async function removeRange(
  kv: PatientKv,
  range: KeyRange,
): Promise<void> {
  let rest = range;
  while (!isEmpty(rest)) {
    const keys = (await kv.list(rest, { limit: PART_MUTATIONS })).map((entry) =>
      entry.key
    );
    for (const part of partsOf(keys)) {
      await kv.commit({
        checks: [],
        mutations: part.map((key) => ({ type: "delete", key })),
      });
    }
    const last = keys.at(-1);
    if (!last || keys.length < PART_MUTATIONS) return;
    rest = { ...rest, start: keyAfter(last) };
  }
}

function* partsOf(keys: readonly Key[]): Generator<Key[]> {
  let part: Key[] = [], bytes = 0;
  for (const key of keys) {
    bytes += keyBytes(key);
    if (bytes > PART_KEY_BYTES && part.length > 0) {
      yield part;
      part = [];
      bytes = keyBytes(key);
    }
    part.push(key);
  }
  if (part.length > 0) yield part;
}
