import { entriesOf, entriesWithout, type IndexEntry } from "./index_entries.ts";
import type { Shape } from "./shape.ts";
import type { SetOptions, Writer } from "./writer.ts";

/** What is known of the record that a write replaces. */
export interface Replaced {
  entries: readonly IndexEntry[];
  expiresAt: Date | undefined;
  /** Written under an older version, whose indexes may have been others. */
  old: boolean;
}

/** What a write has to know of the record it replaces; taken before anyone can change the record. */
export function replacedBy<T>(
  shape: Shape<T>,
  record: T,
  old = false,
): Replaced {
  return {
    entries: entriesOf(shape, record),
    expiresAt: shape.expiresAt(record),
    old,
  };
}

/** Writes the record and the index entries that changed; gives the entries that are new. */
export function writeRecord<T>(
  writer: Writer,
  shape: Shape<T>,
  { record, replaced, now }: {
    record: T;
    replaced: Replaced | undefined;
    now: Date;
  },
): IndexEntry[] {
  const entries = entriesOf(shape, record);
  const options = sweepOptions(shape, record, now);
  writer.set(shape.keyOf(record), shape.encode(record), options);
  const added = entriesWithout(entries, replaced?.entries ?? []);
  const address = shape.address(record);
  for (
    const { key } of keepsEntries(shape, record, replaced) ? added : entries
  ) {
    writer.set(key, address, options);
  }
  for (const { key } of entriesWithout(replaced?.entries ?? [], entries)) {
    writer.delete(key);
  }
  return added;
}

/** When the database may sweep up what is written of the record. */
export function sweepOptions<T>(
  shape: Shape<T>,
  record: T,
  now: Date,
): SetOptions {
  const at = shape.expiresAt(record);
  return at ? { expireIn: Math.max(1, at.getTime() - now.getTime()) } : {};
}

/** Deletes the record and its index entries. */
export function deleteRecord<T>(
  writer: Writer,
  shape: Shape<T>,
  record: T,
): void {
  writer.delete(shape.keyOf(record));
  for (const { key } of entriesOf(shape, record)) writer.delete(key);
}

// An entry that stays must be written again if it would be swept up at the old instant,
// or if the version that wrote the record may not have written it at all.
function keepsEntries<T>(
  shape: Shape<T>,
  record: T,
  replaced: Replaced | undefined,
): boolean {
  if (!replaced || replaced.old) return false;
  return replaced.expiresAt?.getTime() === shape.expiresAt(record)?.getTime();
}
