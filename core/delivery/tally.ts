import type { RunTotals } from "../mailings/run.ts";
import type { Store, Transaction } from "../storage/mod.ts";

/** What is counted of a run. */
export type TallyKey =
  | "planned"
  | "skipped"
  | "delivered"
  | "refused"
  | "expired"
  | "deferrals";

const KEYS = ["planned", "skipped", "delivered", "refused", "expired"] as const;

/** The running totals of each run, kept in the transactions that change them. */
export class Tally {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Counts `amount` more. */
  add(
    tx: Transaction,
    runId: string,
    counted: { key: TallyKey; amount: number },
  ): void {
    if (counted.amount === 0) return;
    this.#store.counters.add(tx, ["run", runId, counted.key], counted.amount);
  }

  /** How many of a run's recipients ended how. */
  async of(runId: string): Promise<RunTotals> {
    const values = await this.#store.counters.getMany(
      KEYS.map((key) => ["run", runId, key]),
    );
    const [planned = 0, skipped = 0, delivered = 0, refused = 0, expired = 0] =
      values;
    const waiting = planned - delivered - refused - expired;
    return { planned, skipped, delivered, refused, expired, waiting };
  }

  /** Forgets a run's totals. */
  async remove(runId: string): Promise<void> {
    await this.#store.counters.removeAll(["run", runId]);
  }
}
