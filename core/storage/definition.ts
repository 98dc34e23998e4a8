import type { ZodType } from "zod";
import type { KeyPart } from "./keys.ts";

/** An index with at most one entry a record, or with any number of them. */
export type IndexDefinition<T> =
  & {
    /** At most one record has a key (within the scope, unless the index is global). */
    unique?: boolean;
    /** The index spans all scopes. */
    global?: boolean;
  }
  & (
    | {
      key: (record: T) => readonly KeyPart[] | undefined | null;
      keys?: never;
    }
    | { keys: (record: T) => readonly (readonly KeyPart[])[]; key?: never }
  );

/** What a collection keeps and how it is found again. */
export interface CollectionDefinition<T, I extends string = string> {
  /** Names the collection in its keys; letters, digits, `-` and `_`. */
  name: string;
  /** Checks a record when it is inserted or updated. */
  schema: ZodType<T>;
  /** The version of what the schema describes. */
  version: number;
  /** `upgrades[n]` turns a record of version n into one of version n + 1. */
  upgrades?: Record<number, (old: unknown) => unknown>;
  /** The record's id; its `id` field unless told. */
  id?: (record: T) => string;
  /** Who the record belongs to; without it the collection has no scopes. */
  scope?: (record: T) => string;
  /** The instant from which the record counts as absent. */
  expiresAt?: (record: T) => Date | undefined;
  /** The indexes by name. */
  indexes?: Record<I, IndexDefinition<NoInfer<T>>>;
}
