import type { IndexDefinition } from "./definition.ts";
import { type Key, type KeyPart, packKey, sameKey } from "./keys.ts";
import type { Shape } from "./shape.ts";

/** One entry of an index: a key that leads to the record. */
export interface IndexEntry {
  index: string;
  unique: boolean;
  key: Key;
}

/** What lies below every entry of an index: its name and, unless it is global, the scope. */
export function indexBase<T>(
  shape: Shape<T>,
  name: string,
  scope: string | undefined,
): Key {
  const path = `${shape.name}/${name}`;
  if (scope === undefined || shape.index(name).global) return [path];
  return [path, scope];
}

/** Every entry that the record has in all indexes. */
export function entriesOf<T>(shape: Shape<T>, record: T): IndexEntry[] {
  const entries: IndexEntry[] = [];
  for (const name of shape.indexes.keys()) {
    entries.push(...entriesIn(shape, name, record));
  }
  return entries;
}

/** The entries that the record has in one index. */
export function entriesIn<T>(
  shape: Shape<T>,
  name: string,
  record: T,
): IndexEntry[] {
  const index = shape.index(name);
  const keys = indexKeys(index, record);
  if (keys.length === 0) return [];
  const address = shape.address(record);
  const base = indexBase(
    shape,
    name,
    address.length === 2 ? address[0] : undefined,
  );
  // What the base lacks to tell two records of one key apart.
  const tail = index.unique ? [] : index.global ? address : address.slice(-1);
  const unique = index.unique ?? false;
  return keys.map((key) => ({
    index: name,
    unique,
    key: [...base, ...key, ...tail],
  }));
}

/** The entries of `entries` that are not among `others`. */
export function entriesWithout(
  entries: readonly IndexEntry[],
  others: readonly IndexEntry[],
): IndexEntry[] {
  if (others.length === 0) return [...entries];
  return entries.filter((entry) =>
    !others.some((other) => sameKey(entry.key, other.key))
  );
}

function indexKeys<T>(
  index: IndexDefinition<T>,
  record: T,
): (readonly KeyPart[])[] {
  if (index.keys) return withoutRepeats(index.keys(record));
  const key = index.key(record);
  return key ? [key] : [];
}

function withoutRepeats(
  keys: readonly (readonly KeyPart[])[],
): (readonly KeyPart[])[] {
  return [...new Map(keys.map((key) => [packKey(key), key])).values()];
}
