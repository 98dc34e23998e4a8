import type { KeyPart } from "./keys.ts";
import type { Key } from "./keys.ts";
import { type Bounds, holds, type KeyRange, rangeWithin } from "./key_range.ts";
import { compareKeys, keyBytes, sameKey } from "./keys.ts";
import { entriesIn, indexBase } from "./index_entries.ts";
import { MAX_KEY_BYTES } from "./limits.ts";
import type { Page } from "./page.ts";
import { cursorAfter, readPage, stridesAfter } from "./read_page.ts";
import type { ReadRecord, Shape } from "./shape.ts";
import type { Store } from "./store.ts";
import type { Transaction } from "./transaction.ts";
import type { Source } from "./walk.ts";

/** Which records, and in which order. */
export interface ListOptions<I extends string = string> extends Bounds {
  /** The index that gives the order; by id without it. */
  index?: I;
  /** From the highest to the lowest. */
  reverse?: boolean;
}

/** Which of the records in range are wanted. */
export interface Filter<T> {
  /** Passes over every record for which it is false. */
  where?: ((record: T) => boolean) | undefined;
}

/** One record of a stream, and the cursor from which the stream goes on after it. */
export interface Streamed<T> {
  readonly record: T;
  readonly cursor: string;
}

/** Which records a stream has, from where on, and how many are read at once. */
export type StreamOptions<T, I extends string = string> =
  & ListOptions<I>
  & Filter<T>
  & { batch?: number | undefined; after?: string | undefined };

/** Which part of a collection a reader sees. */
export interface View {
  /** The records of one scope. */
  scope?: string;
  /** The records of all scopes. */
  everywhere?: boolean;
}

const STREAM_BATCH = 200;

/** Reads of a collection, within a scope or over all of them. */
export class Reader<T, I extends string = string> {
  protected readonly store: Store;
  protected readonly shape: Shape<T>;
  protected readonly view: View;

  constructor(store: Store, shape: Shape<T>, view: View) {
    this.store = store;
    this.shape = shape;
    this.view = view;
  }

  /** One page of records; a record with several entries in range comes once, at its first. */
  list(
    options: ListOptions<I> & Filter<T> & {
      limit: number;
      cursor?: string | undefined;
    },
  ): Promise<Page<T>> {
    // Of those a filter looks at, few may stay.
    const batch = options.where && { batch: STREAM_BATCH };
    return readPage(this.#source(options), { ...options, ...batch });
  }

  /** All records in range, read in batches; what changes meanwhile may or may not be seen. */
  async *iterate(options: StreamOptions<T, I> = {}): AsyncGenerator<
    Streamed<T>
  > {
    for await (const records of this.batches(options)) {
      for (const record of records) yield record;
    }
  }

  /** The same as they are read, a batch at a time: cheaper where there are many. */
  async *batches(
    options: StreamOptions<T, I> = {},
  ): AsyncGenerator<Streamed<T>[]> {
    const { batch = STREAM_BATCH, after } = options;
    const source = this.#source(options);
    for await (const steps of stridesAfter(source, { after, batch })) {
      yield steps.map(({ item, key }) => ({
        record: item,
        get cursor() {
          return cursorAfter(source, key);
        },
      }));
    }
  }

  /** The record under that key, even one that has expired. */
  protected async readAt(
    key: Key,
    tx?: Transaction,
  ): Promise<ReadRecord<T> | undefined> {
    if (keyBytes(key) > MAX_KEY_BYTES) return undefined;
    const value = tx
      ? await tx.get(key)
      : (await this.store.kv.get(key)).value ?? undefined;
    return value === undefined ? undefined : this.shape.decode(value);
  }

  /** The record under that key, unless it has expired. */
  protected async findAt(key: Key, tx?: Transaction): Promise<T | undefined> {
    const found = await this.readAt(key, tx);
    return found && !this.isExpired(found.record) ? found.record : undefined;
  }

  /** The record that a unique index leads to. */
  protected async findThrough(
    index: I,
    parts: readonly KeyPart[],
    tx?: Transaction,
  ): Promise<T | undefined> {
    if (!this.shape.index(index).unique) {
      throw new RangeError(`${this.shape.name}: "${index}" is not unique`);
    }
    const key = [...this.#indexBase(index), ...parts];
    if (keyBytes(key) > MAX_KEY_BYTES) return undefined;
    const pointer = tx
      ? await tx.get(key)
      : (await this.store.kv.get(key)).value ?? undefined;
    if (pointer === undefined) return undefined;
    const record = await this.findAt(this.pointedAt(pointer), tx);
    return record !== undefined && this.#isMine(record) &&
        this.isEntry(index, key, record)
      ? record
      : undefined;
  }

  /** True if the record has that entry in the index. */
  protected isEntry(index: string, key: Key, record: T): boolean {
    return entriesIn(this.shape, index, record).some((entry) =>
      sameKey(entry.key, key)
    );
  }

  /** The key of the record that an index entry leads to. */
  protected pointedAt(pointer: unknown): Key {
    if (!Array.isArray(pointer)) {
      throw new Error(
        `An index of ${this.shape.name} holds a value that is no pointer`,
      );
    }
    return [this.shape.name, ...pointer.map(String)];
  }

  /** True if the record's time has passed. */
  protected isExpired(record: T): boolean {
    const at = this.shape.expiresAt(record);
    return at !== undefined && at <= this.store.now();
  }

  /** What lies in front of the ids of this view. */
  protected base(): Key {
    const { scope, everywhere } = this.view;
    if (scope !== undefined) return [this.shape.name, scope];
    if (this.shape.scoped && !everywhere) {
      throw new RangeError(`${this.shape.name} is reached through of(scope)`);
    }
    return [this.shape.name];
  }

  #source(options: ListOptions<I> & Filter<T>): Source<T> {
    const { index, startsWith, reverse = false, where } = options;
    const root = index === undefined
      ? this.base()
      : this.#indexBase(index, true);
    const range = rangeWithin(root, options);
    const base = [...root, ...options.prefix ?? []];
    const found = index === undefined
      ? (entries: Deno.KvEntry<unknown>[]) =>
        entries.map(({ value }) => this.#live(value))
      : (entries: Deno.KvEntry<unknown>[]) =>
        this.#follow(index, entries, { range, reverse });
    const resolve = where ? filtered(found, where) : found;
    return { kv: this.store.kv, base, startsWith, range, reverse, resolve };
  }

  #indexBase(index: I, listing = false): Key {
    const { scope } = this.view;
    const global = this.shape.index(index).global ?? false;
    this.base();
    if (scope !== undefined && global && listing) {
      throw new RangeError(
        `${this.shape.name}: "${index}" spans all scopes; read it through everywhere()`,
      );
    }
    if (this.shape.scoped && scope === undefined && !global) {
      throw new RangeError(
        `${this.shape.name}: "${index}" is kept within scopes; read it through of(scope)`,
      );
    }
    return indexBase(this.shape, index, scope);
  }

  #live(value: unknown): T | undefined {
    const { record } = this.shape.decode(value);
    return this.isExpired(record) ? undefined : record;
  }

  // A list is not consistent between its batches: a record may have gone, or have left the index.
  async #follow(
    index: string,
    entries: Deno.KvEntry<unknown>[],
    list: { range: KeyRange; reverse: boolean },
  ): Promise<(T | undefined)[]> {
    const found = await this.store.kv.getMany(
      entries.map(({ value }) => this.pointedAt(value)),
    );
    return entries.map(({ key }, i) => {
      const record = found[i]?.versionstamp
        ? this.#live(found[i].value)
        : undefined;
      return record !== undefined &&
          this.#standsAt(key, entriesIn(this.shape, index, record), list)
        ? record
        : undefined;
    });
  }

  #standsAt(
    key: Key,
    entries: { key: Key }[],
    { range, reverse }: { range: KeyRange; reverse: boolean },
  ): boolean {
    if (entries.length === 1) return sameKey(entries[0]!.key, key);
    const keys = entries.map((entry) => entry.key).filter((entry) =>
      holds(range, entry)
    ).sort(compareKeys);
    const first = reverse ? keys.at(-1) : keys.at(0);
    return first !== undefined && sameKey(first, key);
  }

  #isMine(record: T): boolean {
    const { scope } = this.view;
    return scope === undefined || this.shape.address(record)[0] === scope;
  }
}

function filtered<T>(
  resolve: Source<T>["resolve"],
  where: (record: T) => boolean,
): Source<T>["resolve"] {
  return async (entries) =>
    (await resolve(entries)).map((record) =>
      record !== undefined && where(record) ? record : undefined
    );
}
