import type { Attempts } from "../attempts/attempts.ts";
import type { SkipReason } from "../attempts/skipped.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Lease, Store, Transaction } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { BlockEntry, Person } from "./block.ts";
import { doubtsOf } from "./claims.ts";
import type { Policy } from "./policy.ts";
import type { Shard } from "./shard.ts";
import type { Tally } from "./tally.ts";
import { whileHeld } from "./while_held.ts";

/** What passing over works with. */
export interface SkipperParts {
  store: Store;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  policy: Policy;
}

const SHARDS_AT_ONCE = 20;
/** Each recipient costs a record in the operation. */
const BLOCKS_AT_ONCE = 5;
const END_OF_TIME = new Date(8.64e15);

/** Notes that recipients were planned and passed over when it was their turn. */
export function passOver(
  { attempts, tally }: Pick<SkipperParts, "attempts" | "tally">,
  { run, people, reason }: {
    run: MailingRun;
    people: readonly Person[];
    reason: SkipReason;
  },
  tx: Transaction,
): void {
  const { id: runId, ownerId, mailingId: plannedIn } = run;
  for (const { clientId, email, name } of people) {
    const client = { ownerId, runId, clientId, email, name };
    attempts.putSkipped({ ...client, reason, plannedIn }, tx);
  }
  tally.drop(tx, run, people.length);
}

/** Passes over everybody of a run who still waits, whenever their next try would have been. */
export class Skipper {
  readonly #parts: SkipperParts;

  constructor(parts: SkipperParts) {
    this.#parts = parts;
  }

  /** Passes over all that is left; false while workers still have some of it in hand. */
  async skipRest(run: MailingRun, reason: SkipReason): Promise<boolean> {
    const { backlog, policy } = this.#parts;
    for (;;) {
      const shards = await backlog.dueShards(run, END_OF_TIME, SHARDS_AT_ONCE);
      if (shards.length === 0) return true;
      for (const shard of shards) {
        const lease = await backlog.claim(shard, { ttl: policy.lease });
        if (!lease) return false;
        await whileHeld(
          lease,
          policy,
          () => this.#skipShard(shard, { run, reason, lease }),
        );
      }
    }
  }

  async #skipShard(
    shard: Shard,
    { run, reason, lease }: {
      run: MailingRun;
      reason: SkipReason;
      lease: Lease;
    },
  ): Promise<void> {
    const { store, backlog } = this.#parts;
    const range = { until: END_OF_TIME, limit: BLOCKS_AT_ONCE };
    for (;;) {
      const found = await backlog.take(shard, range);
      if (found.length === 0) break;
      await store.transact((tx) => {
        tx.guard(lease);
        for (const entry of found) this.#skip(tx, entry, { run, reason });
      });
    }
    await backlog.leave(shard, { lease, unsent: [] });
  }

  #skip(
    tx: Transaction,
    entry: BlockEntry,
    { run, reason }: { run: MailingRun; reason: SkipReason },
  ): void {
    const { store, attempts, backlog, tally } = this.#parts;
    const { people, claim } = entry.value;
    if (claim !== undefined) {
      // Whoever had claimed them is gone, and may have handed some over.
      const doubts = doubtsOf(entry, { run, at: store.now() });
      for (const attempt of doubts) attempts.put(attempt, tx);
      tally.settle(tx, doubts);
    }
    passOver(this.#parts, { run, people, reason }, tx);
    backlog.put(tx, { ...entry, value: { ...entry.value, people: [] } });
  }
}
