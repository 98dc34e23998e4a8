import type { Store, Transaction } from "../storage/mod.ts";
import { OwnRuns } from "./own_runs.ts";
import type { MailingRun } from "./run.ts";
import { type RunRecords, runRecords } from "./run_records.ts";

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

  /** The one run of a mailing with something left to do, if there is one. */
  activeOf(
    ownerId: string,
    mailingId: string,
    tx?: Transaction,
  ): Promise<MailingRun | undefined> {
    return this.#records.of(ownerId).findBy("byBusy", [mailingId], tx);
  }
}
