import { type MailingSettings, mayGoOut } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import { runIdOf } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import { firstAfter } from "../mailings/schedule.ts";
import type { Store } from "../storage/mod.ts";

/** How far the clocks of several machines may lie apart, in milliseconds. */
const TOLERANCE = 3_600_000;

/** What mailings are given their occurrences back with. */
export interface RewinderParts {
  store: Store;
  mailings: Mailings;
  runs: Runs;
  log: (message: string) => void;
}

/**
 * Gives mailings back what a clock that was ahead passed over: whatever of that has no run
 * is due at its own time again. What went out early has its run, and does not go out twice.
 */
export class Rewinder {
  readonly #parts: RewinderParts;

  constructor(parts: RewinderParts) {
    this.#parts = parts;
  }

  /** Looks for mailings that a clock was ahead for: there are none but after that. */
  async step(): Promise<void> {
    const { mailings, log } = this.#parts;
    for await (const found of mailings.reckonedAfter(this.#latest())) {
      try {
        await this.#rewind(found);
      } catch (error) {
        // One mailing's trouble keeps no other from going out.
        log(`Mailing ${found.id} could not be rewound: ${error}`);
      }
    }
  }

  async #rewind({ ownerId, id }: MailingSettings): Promise<void> {
    const { store, mailings, log } = this.#parts;
    let isNews = false;
    const mailing = await store.transact(async (tx) => {
      isNews = false;
      const before = await mailings.of(ownerId).find(id, tx);
      const isConcerned = before?.reckonedAt && mayGoOut(before) &&
        before.reckonedAt > this.#latest();
      if (!isConcerned) return before;
      const now = store.now();
      const next = await this.#firstToCome(before, now);
      const after = rewound(before, { now, next });
      isNews = after.clockAhead !== undefined &&
        !(before.clockAhead && before.clockAhead > now);
      return await mailings.change(before, () => after, tx);
    });
    if (!mailing || !isNews) return;
    const { clockAhead, nextDueAt } = mailing;
    log(
      `A clock was ahead and showed ${clockAhead?.toISOString()}: ` +
        `mailing ${id} goes on at ${nextDueAt?.toISOString()}`,
    );
  }

  /** The first occurrence to come that has no run yet. */
  async #firstToCome(
    { ownerId, id, schedule }: MailingSettings,
    now: Date,
  ): Promise<Date | undefined> {
    if (!schedule) return undefined;
    const own = this.#parts.runs.of(ownerId);
    let at = firstAfter(schedule, now);
    while (at && await own.find(runIdOf(id, at))) at = firstAfter(schedule, at);
    return at;
  }

  #latest(): Date {
    return new Date(this.#parts.store.now().getTime() + TOLERANCE);
  }
}

/** The mailing as a right clock leaves it; what was left out and is to come is so no more. */
function rewound(
  mailing: MailingSettings,
  { now, next }: { now: Date; next: Date | undefined },
): MailingSettings {
  const { nextDueAt, reckonedAt, missed, leftOut = [], status, ...rest } =
    mailing;
  const isEarlier = next !== undefined && !(nextDueAt && nextDueAt <= next);
  const known = leftOut.filter((at) => at <= now);
  return {
    ...rest,
    status: status === "completed" && next ? "scheduled" : status,
    reckonedAt: now,
    missed: Math.max(0, missed - (leftOut.length - known.length)),
    leftOut: known,
    ...(next && { nextDueAt: next }),
    ...(isEarlier && { clockAhead: reckonedAt }),
  };
}
