import { z } from "zod";
import {
  Collection,
  type Lease,
  type Page,
  type Queue,
  type QueueEntry,
  type Store,
  type Transaction,
} from "../storage/mod.ts";

/** One recipient of a run who is still to be mailed, as planned. */
export interface Waiting {
  runId: string;
  clientId: string;
  email: string;
  name: string;
  /** Tries so far. */
  tries: number;
  /** When the delivery was first due. */
  since: Date;
  /** The service's last answer, once there was one. */
  reply?: string;
}

/** A place in the backlog: a recipient, its place in the run and its next instant. */
export type Entry = QueueEntry<Waiting>;

const Shard = z.object({
  id: z.string(),
  runId: z.string(),
  number: z.number(),
  /** When the first of its entries is due. */
  dueAt: z.date(),
});

/** A run of consecutive recipients that one worker at a time delivers. */
export type Shard = z.infer<typeof Shard>;

/** The parts of a run that are left, and those of them that workers have in hand. */
export interface InHand {
  left: number;
  held: number;
}

const COUNTED = 100;

/** What is still to be delivered: per run a number of shards, per shard a queue by due instant. */
export class Backlog {
  readonly #store: Store;
  readonly #queue: Queue<Waiting>;
  readonly #shards: Collection<Shard>;

  constructor(store: Store) {
    this.#store = store;
    this.#queue = store.queue<Waiting>("backlog");
    this.#shards = new Collection<Shard>(store, {
      name: "shards",
      schema: Shard,
      version: 1,
      scope: (shard) => shard.runId,
      indexes: { byDue: { key: (shard) => [shard.dueAt.getTime()] } },
    });
  }

  /** Adds a recipient, who is found once the shard is opened. */
  push(tx: Transaction, entry: { shard: number } & Omit<Entry, "lane">): void {
    const { shard, dueAt, seq, value } = entry;
    this.#queue.push(tx, laneOf(value.runId, shard), { dueAt, seq, value });
  }

  /** Lets workers find a shard whose recipients are all planned. */
  openShard(
    tx: Transaction,
    { runId, number, dueAt }: Omit<Shard, "id">,
  ): void {
    const shard = { id: String(number).padStart(6, "0"), runId, number, dueAt };
    this.#shards.of(runId).put(shard, {}, tx);
  }

  /** A run's shards that have something due, the longest due first. */
  async dueShards(runId: string, now: Date, limit: number): Promise<Shard[]> {
    const to = [now.getTime() + 1];
    const page = await this.#shards.of(runId).list({
      index: "byDue",
      to,
      limit,
    });
    return page.items;
  }

  /** Whether anything of a fully planned run is left to deliver. */
  async isEmpty(runId: string): Promise<boolean> {
    const page = await this.#shards.of(runId).list({ limit: 1 });
    return page.items.length === 0;
  }

  /** When the next recipient of a run is due. */
  async nextDue(runId: string): Promise<Date | undefined> {
    const page = await this.#shards.of(runId).list({
      index: "byDue",
      limit: 1,
    });
    return page.items[0]?.dueAt;
  }

  /** The entries of a shard that are due, in order, after the one given. */
  take(
    shard: Shard,
    range: { until: Date; limit: number; after?: Entry },
  ): Promise<Entry[]> {
    return this.#queue.take(laneOf(shard.runId, shard.number), range);
  }

  /** Takes a settled recipient out. */
  remove(tx: Transaction, entry: Entry): void {
    this.#queue.remove(tx, entry);
  }

  /** Puts a recipient back for a later try. */
  postpone(
    tx: Transaction,
    entry: Entry,
    later: { dueAt: Date; value: Waiting },
  ): void {
    this.#queue.remove(tx, entry);
    this.#queue.push(tx, entry.lane, { ...later, seq: entry.seq });
  }

  /** Leaves a shard with the next instant it has to be looked at, or for good when it is empty. */
  async leave(shard: Shard, lease: Lease): Promise<void> {
    const dueAt = await this.#queue.nextDue(laneOf(shard.runId, shard.number));
    const shards = this.#shards.of(shard.runId);
    await this.#store.transact(async (tx) => {
      tx.guard(lease);
      if (!await shards.find(shard.id, tx)) return;
      if (!dueAt) await shards.remove(shard.id, tx);
      else await shards.update(shard.id, (old) => ({ ...old, dueAt }), tx);
    });
  }

  /** A run's recipients who still wait, in the order of their due instants within a shard. */
  list(
    runId: string,
    options: { limit: number; cursor?: string },
  ): Promise<Page<Entry>> {
    return this.#queue.list([runId], options);
  }

  /** The right to work on a shard alone; undefined while another worker has it. */
  claim(
    shard: Pick<Shard, "runId" | "number">,
    options: { ttl: number },
  ): Promise<Lease | undefined> {
    return this.#store.leases.acquire(leaseOf(shard), options);
  }

  /** How many of a run's shards are left and in work; the first 100 are looked at. */
  async inHand(runId: string): Promise<InHand> {
    const shards = this.#shards.of(runId);
    const { items } = await shards.list({ limit: COUNTED });
    const held = await Promise.all(
      items.map((shard) => this.#store.leases.isHeld(leaseOf(shard))),
    );
    return { left: items.length, held: held.filter(Boolean).length };
  }

  /** Drops all that is left of a run; false while workers still have some of it in hand. */
  async clear(runId: string, options: { ttl: number }): Promise<boolean> {
    for await (const { record: shard } of this.#shards.of(runId).iterate()) {
      const lease = await this.claim(shard, options);
      if (!lease) return false;
      await this.#queue.removeAll(laneOf(runId, shard.number));
      await this.#shards.of(runId).remove(shard.id);
      await lease.release();
    }
    // What was planned last may not be in a shard yet.
    await this.#queue.removeAll([runId]);
    return true;
  }
}

function leaseOf({ runId, number }: Pick<Shard, "runId" | "number">): string {
  return `shard/${runId}/${number}`;
}

function laneOf(runId: string, shard: number): string[] {
  return [runId, String(shard).padStart(6, "0")];
}
