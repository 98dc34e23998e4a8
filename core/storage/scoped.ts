import { Conflict, NotFound } from "../errors.ts";
import { entriesOf, entriesWithout, type IndexEntry } from "./index_entries.ts";
import { type Key, type KeyPart, sameKey } from "./keys.ts";
import { Reader } from "./reader.ts";
import {
  deleteRecord,
  type Replaced,
  replacedBy,
  writeRecord,
} from "./record_writer.ts";
import { Taken } from "./taken.ts";
import type { Transaction } from "./transaction.ts";
import type { Writer } from "./writer.ts";

/** The records of one scope, or of a collection without scopes: everything that can be done with them. */
export class Scoped<T, I extends string = string> extends Reader<T, I> {
  /** The record of that id, or `NotFound`. */
  async get(id: string, tx?: Transaction): Promise<T> {
    const record = await this.find(id, tx);
    if (record === undefined) throw this.#notFound(id);
    return record;
  }

  /** The record of that id, or undefined. */
  find(id: string, tx?: Transaction): Promise<T | undefined> {
    return this.findAt(this.#key(id), tx);
  }

  /** The record of that key in a unique index, or undefined. */
  findBy(
    index: I,
    key: readonly KeyPart[],
    tx?: Transaction,
  ): Promise<T | undefined> {
    return this.findThrough(index, key, tx);
  }

  /** Adds a record; `Taken` if a unique key is in use, `Conflict` if the id is, `Invalid` if the schema refuses it. */
  insert(record: T, tx?: Transaction): Promise<T> {
    return this.#within(tx, async (tx) => {
      const next = this.#parse(record);
      const key = this.shape.keyOf(next);
      const current = await this.readAt(key, tx);
      if (current && !this.isExpired(current.record)) {
        throw new Conflict(
          `${this.shape.name} already holds "${String(key.at(-1))}"`,
        );
      }
      await this.#write(
        tx,
        next,
        current && replacedBy(this.shape, current.record, current.old),
      );
      return next;
    });
  }

  /** Changes a record as `change` says; it may run several times. `NotFound`, `Taken` or `Invalid` if it cannot be. */
  update(
    id: string,
    change: (record: T) => T | Promise<T>,
    tx?: Transaction,
  ): Promise<T> {
    return this.#within(tx, async (tx) => {
      const key = this.#key(id);
      const current = await this.readAt(key, tx);
      if (!current || this.isExpired(current.record)) throw this.#notFound(id);
      const replaced = replacedBy(this.shape, current.record, current.old);
      const next = this.#parse(await change(current.record));
      if (!sameKey(this.shape.keyOf(next), key)) {
        throw new RangeError(
          `${this.shape.name}: an update keeps id and scope`,
        );
      }
      await this.#write(tx, next, replaced);
      return next;
    });
  }

  /** Removes a record; `NotFound` if there is none. */
  remove(id: string, tx?: Transaction): Promise<void> {
    return this.#within(tx, async (tx) => {
      const current = await this.readAt(this.#key(id), tx);
      if (!current || this.isExpired(current.record)) throw this.#notFound(id);
      deleteRecord(tx, this.shape, current.record);
    });
  }

  /**
   * Writes a record without reading, parsing or checking anything: the caller vouches that
   * `previous` is what is stored (nothing if left out) and that unique keys are free.
   */
  put(record: T, { previous }: { previous?: T | undefined }, tx: Writer): void {
    this.#assertMine(record);
    const replaced = previous === undefined
      ? undefined
      : replacedBy(this.shape, previous);
    writeRecord(tx, this.shape, { record, replaced, now: this.store.now() });
  }

  /** Removes a record without reading anything: the caller vouches that it is what is stored. */
  discard(record: T, tx: Writer): void {
    this.#assertMine(record);
    deleteRecord(tx, this.shape, record);
  }

  #within<R>(
    tx: Transaction | undefined,
    work: (tx: Transaction) => Promise<R>,
  ): Promise<R> {
    return tx ? work(tx) : this.store.transact(work);
  }

  async #write(
    tx: Transaction,
    next: T,
    replaced: Replaced | undefined,
  ): Promise<void> {
    const entries = entriesOf(this.shape, next).filter((entry) => entry.unique);
    await this.#claim(
      tx,
      entriesWithout(
        entries,
        replaced && !replaced.old ? replaced.entries : [],
      ),
      next,
    );
    // A copy, so that what the caller does to the record before the commit changes nothing.
    writeRecord(tx, this.shape, {
      record: structuredClone(next),
      replaced,
      now: this.store.now(),
    });
  }

  async #claim(
    tx: Transaction,
    entries: readonly IndexEntry[],
    record: T,
  ): Promise<void> {
    if (entries.length === 0) return;
    const pointers = await tx.getMany(entries.map((entry) => entry.key));
    for (const [i, entry] of entries.entries()) {
      if (pointers[i] === undefined) continue;
      const holder = this.pointedAt(pointers[i]);
      if (!sameKey(holder, this.shape.keyOf(record))) {
        await this.#evict(tx, entry, holder);
      }
    }
  }

  // An entry binds nobody once its record has expired, or no longer has that key.
  async #evict(tx: Transaction, entry: IndexEntry, holder: Key): Promise<void> {
    const found = await this.readAt(holder, tx);
    if (!found || !this.isEntry(entry.index, entry.key, found.record)) return;
    if (!this.isExpired(found.record)) {
      throw new Taken(this.shape.name, entry.index);
    }
    deleteRecord(tx, this.shape, found.record);
  }

  #parse(record: T): T {
    const parsed = this.shape.parse(record);
    this.#assertMine(parsed);
    return parsed;
  }

  #assertMine(record: T): void {
    this.base();
    const { scope } = this.view;
    if (scope !== undefined && this.shape.address(record)[0] !== scope) {
      throw new RangeError(
        `${this.shape.name}: the record belongs to another scope`,
      );
    }
  }

  #key(id: string): Key {
    return [...this.base(), id];
  }

  #notFound(id: string): NotFound {
    return new NotFound(`${this.shape.name} holds no "${id.slice(0, 100)}"`);
  }
}
