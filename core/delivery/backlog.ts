import { runNameOf, type RunRef } from "../mailings/run.ts";
import {
  Collection,
  type Lease,
  type Page,
  type Queue,
  type Store,
  type Transaction,
} from "../storage/mod.ts";
import {
  branchOf,
  laneOf,
  leaseOf,
  numbered,
  runOf,
  Shard,
  type ShardPlace,
} from "./shard.ts";
import {
  type Block,
  type BlockEntry,
  isTaken,
  packed,
  type Person,
  type StoredBlock,
  unpacked,
  type Waiting,
} from "./block.ts";

/** One recipient of the backlog, their next instant and what they share with those beside them. */
export interface Entry extends Person, Waiting {
  dueAt: Date;
}

/** The parts of a run that are left, and those of them that workers have in hand. */
export interface InHand {
  left: number;
  held: number;
}

const COUNTED = 100;

/** Blocks read at once: they may be of 64 KiB. */
const BATCH = 20;
/** Blocks written at once: an operation takes 800 KiB. */
const MOVED_AT_ONCE = 10;
const END_OF_TIME = new Date(8.64e15);

/** What is still to be delivered: per run a number of shards, per shard a queue by due instant. */
export class Backlog {
  readonly #store: Store;
  readonly #queue: Queue<StoredBlock>;
  readonly #shards: Collection<Shard>;

  constructor(store: Store) {
    this.#store = store;
    this.#queue = store.queue<StoredBlock>("backlog");
    this.#shards = new Collection<Shard>(store, {
      name: "shards",
      schema: Shard,
      version: 1,
      scope: (shard) => runNameOf(runOf(shard)),
      indexes: { byDue: { key: (shard) => [shard.dueAt.getTime()] } },
    });
  }

  /** Adds a block, which is found once the shard is opened. */
  push(
    tx: Transaction,
    shard: ShardPlace,
    added: { dueAt: Date; block: Block },
  ): void {
    this.#push(tx, laneOf(shard), added);
  }

  /** Lets workers find a shard whose recipients are all planned. */
  openShard(
    tx: Transaction,
    opened: Omit<Shard, "id">,
  ): void {
    const shard = { id: numbered(opened), ...opened };
    this.#shardsOf(runOf(shard)).put(shard, {}, tx);
  }

  /** A run's shards that have something due, the longest due first. */
  async dueShards(run: RunRef, now: Date, limit: number): Promise<Shard[]> {
    const to = [now.getTime() + 1];
    const page = await this.#shardsOf(run).list({
      index: "byDue",
      to,
      limit,
    });
    return page.items;
  }

  /** A few of a run's shards that have nothing due until after an instant. */
  async shardsBeyond(run: RunRef, instant: Date): Promise<Shard[]> {
    const from = [instant.getTime() + 1];
    const page = await this.#shardsOf(run).list({
      index: "byDue",
      from,
      limit: BATCH,
    });
    return page.items;
  }

  /** Makes what waits in a shard for a later instant due at the one given. */
  async bringForward(
    shard: Shard,
    { lease, to }: { lease: Lease; to: Date },
  ): Promise<void> {
    const range = { until: END_OF_TIME, limit: MOVED_AT_ONCE };
    let after: BlockEntry | undefined;
    do {
      const found = await this.take(shard, { ...range, after });
      after = found.at(-1);
      const late = found.filter(({ dueAt }) => dueAt > to);
      if (late.length === 0) continue;
      await this.#store.transact((tx) => {
        tx.guard(lease);
        for (const entry of late) {
          const since = entry.value.since < to ? entry.value.since : to;
          this.#queue.remove(tx, entry);
          const block = { ...entry.value, since };
          this.#push(tx, entry.lane, { dueAt: to, block });
        }
      });
    } while (after);
    await this.leave(shard, { lease, unsent: [] });
  }

  /** Whether anything of a fully planned run is left to deliver. */
  async isEmpty(run: RunRef): Promise<boolean> {
    const page = await this.#shardsOf(run).list({ limit: 1 });
    return page.items.length === 0;
  }

  /** When the next recipient of a run is due. */
  async nextDue(run: RunRef): Promise<Date | undefined> {
    const page = await this.#shardsOf(run).list({
      index: "byDue",
      limit: 1,
    });
    return page.items[0]?.dueAt;
  }

  /** The blocks of a shard that are due, in order, after the one given. */
  async take(
    shard: Shard,
    range: { until: Date; limit: number; after?: BlockEntry | undefined },
  ): Promise<BlockEntry[]> {
    const taken = await this.#queue.take(laneOf(shard), range);
    return taken.map((entry) => ({ ...entry, value: unpacked(entry.value) }));
  }

  /** Writes a block where it lies; one without people goes. */
  put(tx: Transaction, entry: BlockEntry): void {
    const { lane, dueAt, seq, value } = entry;
    if (value.people.length === 0) this.#queue.remove(tx, entry);
    else this.#queue.push(tx, lane, { dueAt, seq, value: packed(value) });
  }

  /** Puts people of a block back for a later try. */
  postpone(
    tx: Transaction,
    { lane }: Pick<BlockEntry, "lane">,
    later: { dueAt: Date; block: Block },
  ): void {
    this.#push(tx, lane, later);
  }

  /**
   * Gives back what was not sent and leaves a shard with the next instant it has to be
   * looked at, or for good when it is empty.
   */
  async leave(
    shard: Shard,
    { lease, unsent }: { lease: Lease; unsent: readonly BlockEntry[] },
  ): Promise<void> {
    const dueAt = await this.#queue.nextDue(laneOf(shard));
    const shards = this.#shardsOf(runOf(shard));
    await this.#store.transact(async (tx) => {
      tx.guard(lease);
      for (const entry of unsent) this.put(tx, entry);
      if (!await shards.find(shard.id, tx)) return;
      if (!dueAt) await shards.remove(shard.id, tx);
      else await shards.update(shard.id, (old) => ({ ...old, dueAt }), tx);
    });
  }

  /**
   * A run's recipients who still wait, in the order of their due instants within a shard.
   * Blocks stay whole: a page has about as many people as asked for.
   */
  async list(
    run: RunRef,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<Entry>> {
    const read = (blocks: number) =>
      this.#queue.list(branchOf(run), {
        limit: blocks,
        ...(cursor !== undefined && { cursor }),
      });
    let page = await read(limit);
    const people = sum(page.items.map(({ value }) => value.people.length));
    if (people > limit) {
      const share = (limit / people) * page.items.length;
      page = await read(Math.max(1, Math.round(share)));
    }
    return { ...page, items: page.items.flatMap(entriesOf) };
  }

  /** Every recipient of a run who still waits, one after another. */
  async *iterate(run: RunRef): AsyncGenerator<Entry> {
    let cursor: string | undefined;
    do {
      const page = await this.#queue.list(branchOf(run), {
        limit: BATCH,
        cursor,
      });
      for (const entry of page.items) yield* entriesOf(entry);
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** The right to work on a shard alone; undefined while another worker has it. */
  claim(
    shard: ShardPlace,
    options: { ttl: number },
  ): Promise<Lease | undefined> {
    return this.#store.leases.acquire(leaseOf(shard), options);
  }

  /** How many of a run's shards are left and in work; the first 100 are looked at. */
  async inHand(run: RunRef): Promise<InHand> {
    const shards = this.#shardsOf(run);
    const { items } = await shards.list({ limit: COUNTED });
    const held = await Promise.all(
      items.map((shard) => this.#store.leases.isHeld(leaseOf(shard))),
    );
    return { left: items.length, held: held.filter(Boolean).length };
  }

  /** Drops all that is left of a run; false while workers still have some of it in hand. */
  async clear(run: RunRef, options: { ttl: number }): Promise<boolean> {
    for await (const { record: shard } of this.#shardsOf(run).iterate()) {
      const lease = await this.claim(shard, options);
      if (!lease) return false;
      await this.#queue.removeAll(laneOf(shard));
      await this.#shardsOf(run).remove(shard.id);
      await lease.release();
    }
    // What was planned last may not be in a shard yet.
    await this.#queue.removeAll(branchOf(run));
    return true;
  }

  #shardsOf(run: RunRef) {
    return this.#shards.of(runNameOf(run));
  }

  #push(
    tx: Transaction,
    lane: readonly string[],
    { dueAt, block }: { dueAt: Date; block: Block },
  ): void {
    const [first] = block.people;
    if (!first) return;
    this.#queue.push(tx, lane, {
      dueAt,
      seq: first.seq,
      value: packed(block),
    });
  }
}

function entriesOf(
  { dueAt, value }: { dueAt: Date; value: StoredBlock },
): Entry[] {
  const { people, claim, upTo: _, ...shared } = unpacked(value);
  return people.map((person) => ({
    ...shared,
    ...person,
    ...(claim !== undefined && isTaken(value, person) && { claim }),
    dueAt,
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
