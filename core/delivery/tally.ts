import {
  type CountedAttempt,
  countersOf,
  failuresOf,
  type TallyKey,
} from "../attempts/attempt_counters.ts";
import { type RunTotals, type Settled, settledIn } from "../mailings/run.ts";
import type { CounterName, Store, Transaction } from "../storage/mod.ts";

const KEYS = ["planned", "skipped", "delivered", "refused", "expired"] as const;

/** What a step of planning found. */
export type PlannedCounts = Record<"planned" | "skipped", number>;

/** The running totals of each run and mailing, kept in the transactions that change them. */
export class Tally {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Counts recipients planned and passed over. */
  plan(
    tx: Transaction,
    run: { id: string; mailingId: string },
    counts: PlannedCounts,
  ): void {
    for (const key of ["planned", "skipped"] as const) {
      if (counts[key] === 0) continue;
      const { counters } = this.#store;
      counters.add(tx, ["run", run.id, key], counts[key]);
      counters.add(tx, ["mailing", run.mailingId, key], counts[key]);
    }
  }

  /** Counts attempts that were made at the same instant: those of a run and a kind together. */
  settle(tx: Transaction, attempts: readonly CountedAttempt[]): void {
    const kinds = Map.groupBy(
      attempts,
      ({ runId, outcome, reason }) => `${runId} ${outcome} ${reason}`,
    );
    for (const [first, ...rest] of kinds.values()) {
      if (!first) continue;
      for (const name of countersOf(first)) {
        this.#store.counters.add(tx, name, rest.length + 1);
      }
    }
  }

  /** Counts how often receivers took nothing from a run's sender. */
  block(tx: Transaction, runId: string, count: number): void {
    if (count > 0) this.#store.counters.add(tx, blocksOf(runId), count);
  }

  /** What a run has come to. */
  async settledOf(runId: string): Promise<Settled> {
    const [totals, blocks] = await Promise.all([
      this.of(runId),
      this.#store.counters.get(blocksOf(runId)),
    ]);
    return { ...settledIn(totals), blocks };
  }

  /** How many of a run's recipients ended how. */
  of(runId: string): Promise<RunTotals> {
    return this.#totals("run", runId);
  }

  /** How many recipients of all of a mailing's runs ended how. */
  ofMailing(mailingId: string): Promise<RunTotals> {
    return this.#totals("mailing", mailingId);
  }

  /** Forgets a run's counters. */
  async remove(runId: string): Promise<void> {
    await this.#store.counters.removeAll(["run", runId]);
    await this.#store.counters.removeAll(["blocks", runId]);
  }

  /** Forgets a mailing's counters. */
  async removeMailing(mailingId: string): Promise<void> {
    await this.#store.counters.removeAll(["mailing", mailingId]);
  }

  /** Forgets what is counted of an owner. */
  async removeOwner(ownerId: string): Promise<void> {
    await this.#store.counters.removeAll(failuresOf(ownerId));
  }

  async #totals(noun: "run" | "mailing", id: string): Promise<RunTotals> {
    const values = await this.#store.counters.getMany(
      KEYS.map((key: TallyKey) => [noun, id, key]),
    );
    const [planned = 0, skipped = 0, delivered = 0, refused = 0, expired = 0] =
      values;
    const waiting = planned - delivered - refused - expired;
    return { planned, skipped, delivered, refused, expired, waiting };
  }
}

// Apart from what is counted of attempts: those can be counted anew, and blocks make none.
function blocksOf(runId: string): CounterName {
  return ["blocks", runId, "all"];
}
