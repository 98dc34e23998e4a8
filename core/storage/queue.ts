import { keyAfter, rangeWithin } from "./key_range.ts";
import type { Key } from "./keys.ts";
import type { Page } from "./page.ts";
import type { PatientKv } from "./patient_kv.ts";
import { type PageRequest, readPage } from "./read_page.ts";
import { removeRange } from "./remove_range.ts";
import { walk } from "./walk.ts";
import type { Writer } from "./writer.ts";

/** Where an entry waits: in its lane, by its instant, then by its number. */
export interface QueuePlace {
  lane: readonly string[];
  dueAt: Date;
  seq: number;
}

/** Something that waits in a queue. */
export interface QueueEntry<E> extends QueuePlace {
  value: E;
}

/** Lanes of entries in the order in which they fall due; a push or a removal is one mutation, blind. */
export class Queue<E> {
  readonly #kv: PatientKv;
  readonly #root: Key;

  constructor(kv: PatientKv, name: string) {
    this.#kv = kv;
    this.#root = ["+queue", name];
  }

  /** Adds an entry; it replaces one of the same lane, instant and number. */
  push(
    tx: Writer,
    lane: readonly string[],
    { dueAt, seq, value }: Omit<QueueEntry<E>, "lane">,
  ): void {
    tx.set(this.#key({ lane, dueAt, seq }), value);
  }

  /** Removes an entry; nothing happens if it has gone. */
  remove(tx: Writer, entry: QueuePlace): void {
    tx.delete(this.#key(entry));
  }

  /** The first entries of a lane that are due at `until` or before, in order, beginning behind `after`. */
  async take(
    lane: readonly string[],
    { until, limit, after }: {
      until: Date;
      limit: number;
      after?: QueuePlace | undefined;
    },
  ): Promise<QueueEntry<E>[]> {
    const due = this.#due(lane, until.getTime());
    const range = after ? { ...due, start: keyAfter(this.#key(after)) } : due;
    const taken: QueueEntry<E>[] = [];
    if (limit < 1) return taken;
    for await (
      const { item } of walk(this.#source(), {
        range,
        reverse: false,
        batch: limit,
      })
    ) {
      taken.push(item);
      if (taken.length === limit) break;
    }
    return taken;
  }

  /** When the first entry of a lane falls due; undefined if the lane is empty. */
  async nextDue(lane: readonly string[]): Promise<Date | undefined> {
    const [first] = await this.#kv.list(this.#due(lane, Infinity), {
      limit: 1,
    });
    return first && this.#entry(first).dueAt;
  }

  /** One page of what waits in a lane and in the lanes below it. */
  list(
    lane: readonly string[],
    request: PageRequest,
  ): Promise<Page<QueueEntry<E>>> {
    const base = [...this.#root, ...lane];
    const range = rangeWithin(base, {});
    return readPage(
      { ...this.#source(), base, range, reverse: false },
      request,
    );
  }

  /** Removes all that waits in a lane and in the lanes below it. */
  removeAll(lane: readonly string[]): Promise<void> {
    return removeRange(this.#kv, rangeWithin([...this.#root, ...lane], {}));
  }

  // Lanes below this one continue with text, which sorts apart from the instants.
  #due(lane: readonly string[], until: number) {
    const base = [...this.#root, ...lane];
    return { start: [...base, -Infinity], end: [...base, until + 1] };
  }

  #source() {
    return {
      kv: this.#kv,
      resolve: (entries: Deno.KvEntry<unknown>[]) =>
        entries.map((entry) => this.#entry(entry)),
    };
  }

  #key({ lane, dueAt, seq }: QueuePlace): Key {
    return [...this.#root, ...lane, dueAt.getTime(), seq];
  }

  #entry({ key, value }: Deno.KvEntry<unknown>): QueueEntry<E> {
    return {
      lane: key.slice(this.#root.length, -2).map(String),
      dueAt: new Date(Number(key.at(-2))),
      seq: Number(key.at(-1)),
      // Only `push` writes here, and reading it back 25,000 times a second leaves no time to parse.
      value: value as E,
    };
  }
}
