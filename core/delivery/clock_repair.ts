import type { MailingRun } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import type { Policy } from "./policy.ts";
import { whileHeld } from "./while_held.ts";

const HOUR = 3_600_000;

/** What the repair works with. */
export interface ClockRepairParts {
  store: Store;
  runs: Runs;
  backlog: Backlog;
  policy: Policy;
}

/**
 * Makes due what waits for an instant further away than anybody is ever put off: it was
 * written while a clock was ahead, which has been put right since. That is rare, so it is
 * looked for once an hour, and whenever the clock has jumped.
 */
export class ClockRepair {
  readonly #parts: ClockRepairParts;
  /** When it was last looked for, in milliseconds. */
  #lookedAt = -Infinity;

  constructor(parts: ClockRepairParts) {
    this.#parts = parts;
  }

  /** Looks at all active runs, if it is time to. */
  async step(): Promise<void> {
    const { store, runs, policy } = this.#parts;
    const now = store.now();
    if (Math.abs(now.getTime() - this.#lookedAt) < HOUR) return;
    this.#lookedAt = now.getTime();
    for await (const run of runs.active()) {
      if (await this.#repair(run, now)) continue;
      // Whoever plans it or has some of it in hand is done with it soon.
      this.#lookedAt = now.getTime() - HOUR + policy.lease;
    }
  }

  /** False if some of what is to be made due is still planned, or in hand. */
  async #repair(
    run: MailingRun,
    now: Date,
  ): Promise<boolean> {
    const { backlog } = this.#parts;
    const { state, startedAt } = run;
    const beyond = new Date(now.getTime() + this.#longestWait() + HOUR);
    if (state === "planning" && startedAt > beyond) return false;
    for (;;) {
      const shards = await backlog.shardsBeyond(run, beyond);
      if (shards.length === 0) return true;
      for (const shard of shards) {
        if (!await this.#bringForward(shard, now)) return false;
      }
    }
  }

  async #bringForward(shard: Shard, to: Date): Promise<boolean> {
    const { backlog, policy } = this.#parts;
    const lease = await backlog.claim(shard, { ttl: policy.lease });
    if (!lease) return false;
    await whileHeld(
      lease,
      policy,
      () => backlog.bringForward(shard, { lease, to }),
    );
    return true;
  }

  #longestWait(): number {
    const { retry, breaker } = this.#parts.policy;
    return Math.max(retry.longest, breaker.longest, breaker.wish);
  }
}
