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

/** A part of a list, and how it is read. */
export interface Walk {
  range: KeyRange;
  /** Backwards in the order of the keys. */
  reverse: boolean;
  /** Entries read at once. */
  batch: number;
}

/** Steps through a part of a list's range. */
export async function* walk<T>(
  source: Pick<Source<T>, "kv" | "resolve">,
  walk: Walk,
): AsyncGenerator<Step<T>> {
  for await (const steps of strides(source, walk)) {
    for (const step of steps) yield step;
  }
}

/** Goes through a part of a list's range a batch at a time: cheaper where there are many. */
export async function* strides<T>(
  source: Pick<Source<T>, "kv" | "resolve">,
  { range, reverse, batch }: Walk,
): AsyncGenerator<Step<T>[]> {
  const limit = Math.max(1, Math.min(batch, MAX_ENTRIES_AT_ONCE));
  let rest = range;
  while (!isEmpty(rest)) {
    const entries = await source.kv.list(rest, { limit, reverse });
    const items = await source.resolve(entries);
    const steps: Step<T>[] = [];
    for (const [i, { key }] of entries.entries()) {
      const item = items[i];
      if (item !== undefined) steps.push({ key, item });
    }
    yield steps;
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    rest = reverse
      ? { ...rest, end: last.key }
      : { ...rest, start: keyAfter(last.key) };
  }
}
