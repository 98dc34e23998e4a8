import { isEmpty, keyAfter, type KeyRange } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { MAX_ENTRIES_AT_ONCE } from "./limits.ts";
import type { ListIdentity } from "./page.ts";
import type { PatientKv } from "./patient_kv.ts";

/** What an entry stands for, and the entry's key. */
export interface Step<T> {
  key: Key;
  item: T;
}

/** A list: its range, its direction, and what its entries stand for. */
export interface Source<T> extends ListIdentity {
  kv: PatientKv;
  range: KeyRange;
  /** What each entry stands for, in the order of the entries; undefined if it is to be skipped. */
  resolve: (
    entries: Deno.KvEntry<unknown>[],
  ) => Promise<(T | undefined)[]> | (T | undefined)[];
}

/** Steps through a part of a list's range, backwards in the order of the keys if told, in batches. */
export async function* walk<T>(
  source: Pick<Source<T>, "kv" | "resolve">,
  { range, reverse, batch }: {
    range: KeyRange;
    reverse: boolean;
    batch: number;
  },
): AsyncGenerator<Step<T>> {
  const limit = Math.max(1, Math.min(batch, MAX_ENTRIES_AT_ONCE));
  let rest = range;
  while (!isEmpty(rest)) {
    const entries = await source.kv.list(rest, { limit, reverse });
    const items = await source.resolve(entries);
    for (const [i, entry] of entries.entries()) {
      const item = items[i];
      if (item !== undefined) yield { key: entry.key, item };
    }
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    rest = reverse
      ? { ...rest, end: last.key }
      : { ...rest, start: keyAfter(last.key) };
  }
}
