import {
  type CountedAttempt,
  countersOf,
  type Counting,
  countingMailing,
  countingRun,
  failuresOf,
  type TallyKey,
} from "../attempts/attempt_counters.ts";
import type { MailingRef } from "../mailings/mailing.ts";
import {
  type RunRef,
  type RunTotals,
  type Settled,
  settledIn,
} from "../mailings/run.ts";
import type { CounterName, Store, Transaction } from "../storage/mod.ts";

const KEYS = [
  "planned",
  "skipped",
  "dropped",
  "delivered",
  "refused",
  "expired",
] as const;

/** What a step of planning found. */
export type PlannedCounts = Record<"planned" | "skipped", number>;

type RunOfMailing = RunRef & { mailingId: string };

/** The running totals of each run and mailing, kept in the transactions that change them. */
export class Tally {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Counts recipients planned and passed over. */
  plan(
    tx: Transaction,
    run: RunOfMailing,
    counts: PlannedCounts,
  ): void {
    const { counters } = this.#store;
    const { ownerId, id, mailingId } = run;
    for (const key of ["planned", "skipped"] as const) {
      if (counts[key] === 0) continue;
      counters.add(tx, [...countingRun({ ownerId, id }), key], counts[key]);
      const ofMailing = countingMailing({ ownerId, id: mailingId });
      counters.add(tx, [...ofMailing, key], counts[key]);
    }
  }

  /** Counts recipients who were planned and passed over when it was their turn. */
  drop(tx: Transaction, { ownerId, id, mailingId }: RunOfMailing, n: number) {
    const { counters } = this.#store;
    const mailing = countingMailing({ ownerId, id: mailingId });
    for (const counting of [countingRun({ ownerId, id }), mailing]) {
      counters.add(tx, [...counting, "dropped"], n);
    }
  }

  /** Counts attempts that were made at the same instant: those of a run and a kind together. */
  settle(tx: Transaction, attempts: readonly CountedAttempt[]): void {
    const kinds = Map.groupBy(
      attempts,
      ({ ownerId, runId, outcome, reason }) =>
        `${ownerId} ${runId} ${outcome} ${reason}`,
    );
    for (const [first, ...rest] of kinds.values()) {
      if (!first) continue;
      for (const name of countersOf(first)) {
        this.#store.counters.add(tx, name, rest.length + 1);
      }
    }
  }

  /** Counts how often receivers took nothing from a run's sender. */
  block(tx: Transaction, run: RunRef, count: number): void {
    if (count > 0) {
      this.#store.counters.add(tx, [...blocksOf(run), "all"], count);
    }
  }

  /** What a run has come to. */
  async settledOf(run: RunRef): Promise<Settled> {
    const [totals, blocks] = await Promise.all([
      this.of(run),
      this.#store.counters.get([...blocksOf(run), "all"]),
    ]);
    return { ...settledIn(totals), blocks };
  }

  /** How many of a run's recipients ended how. */
  of(run: RunRef): Promise<RunTotals> {
    return this.#totals(countingRun(run));
  }

  /** How many recipients of all of a mailing's runs ended how. */
  ofMailing(mailing: MailingRef): Promise<RunTotals> {
    return this.#totals(countingMailing(mailing));
  }

  /** Forgets a run's counters. */
  async remove(run: RunRef): Promise<void> {
    await this.#store.counters.removeAll(countingRun(run));
    await this.#store.counters.removeAll(blocksOf(run));
  }

  /** Forgets a mailing's counters. */
  async removeMailing(mailing: MailingRef): Promise<void> {
    await this.#store.counters.removeAll(countingMailing(mailing));
  }

  /** Forgets what is counted of an owner. */
  async removeOwner(ownerId: string): Promise<void> {
    await this.#store.counters.removeAll(failuresOf(ownerId));
  }

  async #totals(counting: Counting): Promise<RunTotals> {
    const values = await this.#store.counters.getMany(
      KEYS.map((key: TallyKey) => [...counting, key]),
    );
    const [all = 0, passed = 0, dropped = 0, ...ends] = values;
    const [delivered = 0, refused = 0, expired = 0] = ends;
    const planned = all - dropped;
    const skipped = passed + dropped;
    const waiting = planned - delivered - refused - expired;
    return { planned, skipped, delivered, refused, expired, waiting };
  }
}

// Apart from what is counted of attempts: those can be counted anew, and blocks make none.
function blocksOf({ ownerId, id }: RunRef): CounterName {
  return ["blocks", ownerId, id];
}
