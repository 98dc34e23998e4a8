import type { Store, Transaction } from "../storage/mod.ts";
import { OwnRuns } from "./own_runs.ts";
import { isActive, type MailingRun } from "./run.ts";
import { type RunRecords, runRecords } from "./run_records.ts";

// A transaction may check 10 keys, and its caller needs some of them.
const FEW = 4;

/** The runs of all owners' mailings. */
export class Runs {
  readonly #records: RunRecords;

  constructor(store: Store) {
    this.#records = runRecords(store);
  }

  /** The runs of one owner's mailings, and nobody else's. */
  of(ownerId: string): OwnRuns {
    return new OwnRuns(this.#records.of(ownerId));
  }

  /** Every run with something left to do, of all owners, the longest due first. */
  async *active(): AsyncGenerator<MailingRun> {
    const runs = this.#records.everywhere().iterate({ index: "byActive" });
    for await (const { record } of runs) yield record;
  }

  /**
   * The runs of a mailing with something left to do, a few at most. In a transaction they are
   * checked, so that of two runs that end at the same time one sees that it is the last.
   */
  async activeOf(
    ownerId: string,
    mailingId: string,
    tx?: Transaction,
  ): Promise<MailingRun[]> {
    const own = this.#records.of(ownerId);
    const { items } = await own.list({
      index: "byActiveMailing",
      prefix: [mailingId],
      limit: FEW,
    });
    if (!tx) return items;
    const checked = await Promise.all(items.map(({ id }) => own.find(id, tx)));
    return checked.filter((run) => run !== undefined).filter(isActive);
  }
}
