import { entriesIn, entriesOf, type IndexEntry } from "./index_entries.ts";
import { rangeWithin } from "./key_range.ts";
import { type Key, sameKey } from "./keys.ts";
import { sweepOptions } from "./record_writer.ts";
import type { Shape } from "./shape.ts";
import type { Store } from "./store.ts";
import { Transaction } from "./transaction.ts";
import { walk } from "./walk.ts";

/** What was found wrong between the records of a collection and its indexes. */
export interface ReindexReport {
  /** Entries removed, because no record has them. */
  removed: number;
  /** Entries added, because a record has them. */
  added: number;
  /** Unique entries that two records claim; they were left as they are. */
  clashes: number;
}

/** How indexes are made to agree. */
export interface ReindexOptions {
  /** Only tells what is wrong, and writes nothing. */
  dryRun?: boolean;
}

interface Target<T> {
  store: Store;
  shape: Shape<T>;
  /** Runs the work on the store, or only as if. */
  transact: Store["transact"];
}

const BATCH = 200;

/** Makes the indexes agree with the records again: after a change of indexes or a restored backup. */
export async function reindex<T>(
  { store, shape }: Omit<Target<T>, "transact">,
  { dryRun = false }: ReindexOptions = {},
): Promise<ReindexReport> {
  const transact: Store["transact"] = dryRun
    ? async (work) => await work(new Transaction(store.kv))
    : (work) => store.transact(work);
  const target = { store, shape, transact };
  const removed = await removeStale(target);
  return { removed, ...await addMissing(target) };
}

async function removeStale<T>(
  { store, shape, transact }: Target<T>,
): Promise<number> {
  // All of the collection's indexes, also those it no longer has; "0" comes right after "/".
  const range = { start: [`${shape.name}/`], end: [`${shape.name}0`] };
  const resolve = async (entries: Deno.KvEntry<unknown>[]) => {
    const found = await store.kv.getMany(
      entries.map((entry) => recordKey(shape, entry.value)),
    );
    return entries.map(({ key, value }, i) => ({
      value,
      stale: !hasEntry(shape, found[i]!.value, key),
    }));
  };
  let removed = 0;
  for await (
    const { key, item } of walk({ kv: store.kv, resolve }, {
      range,
      reverse: false,
      batch: BATCH,
    })
  ) {
    if (
      item.stale && await transact((tx) => removeEntry(tx, shape, key))
    ) removed++;
  }
  return removed;
}

async function removeEntry<T>(
  tx: Transaction,
  shape: Shape<T>,
  key: Key,
): Promise<boolean> {
  const pointer = await tx.get(key);
  if (pointer === undefined) return false;
  const record = await tx.get(recordKey(shape, pointer));
  if (hasEntry(shape, record, key)) return false;
  tx.delete(key);
  return true;
}

async function addMissing<T>(
  { store, shape, transact }: Target<T>,
): Promise<{ added: number; clashes: number }> {
  const resolve = async (records: Deno.KvEntry<unknown>[]) => {
    const entries = records.map(({ value }) =>
      entriesOf(shape, shape.decode(value).record)
    );
    const found = await store.kv.getMany(
      entries.flat().map((entry) => entry.key),
    );
    let at = 0;
    return records.map(({ key }, i) =>
      entries[i]!.filter(() => !leadsTo(shape, found[at++]!.value, key))
    );
  };
  let added = 0, clashes = 0;
  const range = rangeWithin([shape.name], {});
  for await (
    const { key, item } of walk({ kv: store.kv, resolve }, {
      range,
      reverse: false,
      batch: BATCH,
    })
  ) {
    for (const entry of item) {
      const outcome = await transact((tx) =>
        addEntry(tx, shape, { entry, record: key, now: store.now() })
      );
      if (outcome === "added") added++;
      if (outcome === "clash") clashes++;
    }
  }
  return { added, clashes };
}

async function addEntry<T>(
  tx: Transaction,
  shape: Shape<T>,
  { entry, record, now }: { entry: IndexEntry; record: Key; now: Date },
): Promise<"added" | "clash" | "unneeded"> {
  const [value, pointer] = await tx.getMany([record, entry.key]);
  if (!hasEntry(shape, value, entry.key) || leadsTo(shape, pointer, record)) {
    return "unneeded";
  }
  const holder = pointer === undefined
    ? undefined
    : await tx.get(recordKey(shape, pointer));
  if (hasEntry(shape, holder, entry.key)) return "clash";
  const { record: held } = shape.decode(value);
  tx.set(entry.key, shape.address(held), sweepOptions(shape, held, now));
  return "added";
}

function recordKey<T>(shape: Shape<T>, pointer: unknown): Key {
  return [shape.name, ...(Array.isArray(pointer) ? pointer.map(String) : [])];
}

function leadsTo<T>(shape: Shape<T>, pointer: unknown, record: Key): boolean {
  return sameKey(recordKey(shape, pointer), record);
}

// Absent values are null outside a transaction and undefined inside.
function hasEntry<T>(shape: Shape<T>, value: unknown, key: Key): boolean {
  const index = String(key[0]).slice(shape.name.length + 1);
  if (value === null || value === undefined || !shape.indexes.has(index)) {
    return false;
  }
  const { record } = shape.decode(value);
  return entriesIn(shape, index, record).some((entry) =>
    sameKey(entry.key, key)
  );
}
