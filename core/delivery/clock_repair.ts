import type { MailingSettings } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import {
  firstAfter,
  occurrencesBetween,
  type Schedule,
} from "../mailings/schedule.ts";
import type { Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import type { Policy } from "./policy.ts";
import { whileHeld } from "./while_held.ts";

const HOUR = 3_600_000;

/** What the repair works with. */
export interface ClockRepairParts {
  store: Store;
  mailings: Mailings;
  runs: Runs;
  backlog: Backlog;
  policy: Policy;
  log: (message: string) => void;
}

/**
 * Makes due what waits for an instant further away than anybody is ever put off, and gives
 * mailings back the occurrences that were passed over: it was written while a clock was
 * ahead, which has been put right since. That is rare, so it is looked for once an hour,
 * and whenever the clock has jumped.
 */
export class ClockRepair {
  readonly #parts: ClockRepairParts;
  /** When it was last looked for, in milliseconds. */
  #lookedAt = -Infinity;

  constructor(parts: ClockRepairParts) {
    this.#parts = parts;
  }

  /** Looks at all scheduled mailings and active runs, if it is time to. */
  async step(): Promise<void> {
    const { store, runs, policy } = this.#parts;
    const now = store.now();
    if (Math.abs(now.getTime() - this.#lookedAt) < HOUR) return;
    this.#lookedAt = now.getTime();
    await this.#rewindMailings(now);
    for await (const run of runs.active()) {
      if (await this.#repair(run, now)) continue;
      // Whoever plans it or has some of it in hand is done with it soon.
      this.#lookedAt = now.getTime() - HOUR + policy.lease;
    }
  }

  async #rewindMailings(now: Date): Promise<void> {
    const { mailings, log } = this.#parts;
    const soon = new Date(now.getTime() + HOUR);
    for await (const mailing of mailings.dueAfter(soon)) {
      if (!rewind(mailing, now)) continue;
      // It may have been changed meanwhile.
      await mailings.change(mailing, (old) => rewind(old, now) ?? old);
      const { id, nextDueAt } = mailing;
      log(
        `A clock was ahead: mailing ${id} waited until ${nextDueAt?.toISOString()}, and goes on by its schedule`,
      );
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

/**
 * The mailing with its first occurrence to come, if it waits for a later one. Whatever was
 * sent ahead of its time is not sent again: its run is known.
 */
function rewind(
  mailing: MailingSettings,
  now: Date,
): MailingSettings | undefined {
  const { schedule, nextDueAt } = mailing;
  if (!schedule || !nextDueAt) return undefined;
  // What is due within the hour may just have been begun by a clock that is a little ahead.
  const latest = firstAfter(schedule, new Date(now.getTime() + HOUR));
  const first = firstAfter(schedule, now);
  if (!first || !latest || nextDueAt <= latest) return undefined;
  const missed = mailing.missed - passedOver(schedule, first, nextDueAt);
  return { ...mailing, nextDueAt: first, missed: Math.max(0, missed) };
}

/** How many occurrences were counted as missed: all but the last, which was sent. */
function passedOver(schedule: Schedule, from: Date, nextDueAt: Date): number {
  const until = new Date(nextDueAt.getTime() - 1);
  return occurrencesBetween(schedule, { from, until }).count - 1;
}
