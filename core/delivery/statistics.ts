import {
  type Counting,
  countingMailing,
  countingRun,
  dayOf,
  failuresOf,
  minutesOf,
  reasonsOf,
} from "../attempts/attempt_counters.ts";
import { Reason } from "../attempts/reason.ts";
import type { MailingRef } from "../mailings/mailing.ts";
import type { RunRef, RunTotals } from "../mailings/run.ts";
import type { CounterName, Store } from "../storage/mod.ts";
import { Tally } from "./tally.ts";
import type { Moment } from "./time_buckets.ts";

const RECENT_DAYS = 7;

/** How often a kind of reason was given. */
export interface ReasonCount {
  reason: Reason;
  count: number;
}

/** What is known in numbers of a run, or of all runs of a mailing. */
export interface Statistics {
  totals: RunTotals;
  /** Tries that were put off. */
  deferrals: number;
  /** Tries that may have reached people, but whose answer was lost. */
  doubts: number;
  /** Why people were not reached, the commonest reason first. */
  failures: ReasonCount[];
  /** Why tries were put off, the commonest reason first. */
  delays: ReasonCount[];
}

/** What failed for an owner lately. */
export interface RecentFailures {
  reasons: ReasonCount[];
  /** By mailing, the worst first. */
  mailings: { mailingId: string; count: number }[];
  total: number;
}

interface Counted {
  parts: CounterName;
  value: number;
}

/** Numbers for reports: read from counters, at the same cost however large a run was. */
export class StatisticsOffice {
  readonly #store: Store;
  readonly #tally: Tally;

  constructor(store: Store) {
    this.#store = store;
    this.#tally = new Tally(store);
  }

  /** The numbers of a run. */
  async ofRun(run: RunRef): Promise<Statistics> {
    return await this.#of(countingRun(run), await this.#tally.of(run));
  }

  /** The numbers of all runs of a mailing together. */
  async ofMailing(
    mailing: MailingRef,
  ): Promise<Statistics> {
    return await this.#of(
      countingMailing(mailing),
      await this.#tally.ofMailing(mailing),
    );
  }

  /** What happened in a run minute by minute, as far as anything did. */
  async moments(run: RunRef): Promise<Moment[]> {
    const moments = new Map<number, Moment>();
    const names = minutesOf(countingRun(run));
    for (const { parts, value } of await this.#store.counters.list(names)) {
      const [minute, key] = parts.slice(names.length);
      if (typeof minute !== "number") continue;
      const moment = moments.getOrInsertComputed(minute, startOf);
      if (key === "delivered") moment.delivered += value;
      else if (key === "deferrals" || key === "doubts") {
        moment.deferred += value;
      } else moment.failed += value;
    }
    return [...moments.values()];
  }

  /** What failed for good for an owner in the last days, today included. */
  async recentFailures(ownerId: string): Promise<RecentFailures> {
    const today = dayOf(this.#store.now());
    const names = failuresOf(ownerId);
    const days = await Promise.all(
      Array.from(
        { length: RECENT_DAYS },
        (_, n) => this.#store.counters.list([...names, today - n]),
      ),
    );
    const counted = days.flat().map(({ parts, value }) => {
      const [, mailingId, reason] = parts.slice(names.length);
      return {
        mailingId: String(mailingId),
        reason: Reason.parse(reason),
        value,
      };
    });
    return {
      reasons: summed(counted, ({ reason }) => reason)
        .map(([reason, count]) => ({ reason, count })),
      mailings: summed(counted, ({ mailingId }) => mailingId)
        .map(([mailingId, count]) => ({ mailingId, count })),
      total: counted.reduce((sum, { value }) => sum + value, 0),
    };
  }

  async #of(counting: Counting, totals: RunTotals): Promise<Statistics> {
    const { counters } = this.#store;
    const names = reasonsOf(counting);
    const [deferrals, doubts, reasons] = await Promise.all([
      counters.get([...counting, "deferrals"]),
      counters.get([...counting, "doubts"]),
      counters.list(names),
    ]);
    const isDelay = ({ parts }: Counted) => parts.at(-1) === "deferrals";
    const byReason = (counted: Counted[]) =>
      summed(counted, ({ parts }) => Reason.parse(parts.at(names.length)))
        .map(([reason, count]) => ({ reason, count }));
    return {
      totals,
      deferrals,
      doubts,
      failures: byReason(reasons.filter((each) => !isDelay(each))),
      delays: byReason(reasons.filter(isDelay)),
    };
  }
}

function startOf(minute: number): Moment {
  return { minute, delivered: 0, deferred: 0, failed: 0 };
}

/** Sums what has the same key, the largest first; what came to nothing is left out. */
function summed<T extends { value: number }, K extends string>(
  counted: readonly T[],
  keyOf: (each: T) => K,
): [K, number][] {
  const sums = new Map<K, number>();
  for (const each of counted) {
    const key = keyOf(each);
    sums.set(key, (sums.get(key) ?? 0) + each.value);
  }
  return [...sums].filter(([, sum]) => sum !== 0).sort((a, b) => b[1] - a[1]);
}
