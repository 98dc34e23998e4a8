import { NotFound } from "../errors.ts";
import type { Page, Transaction } from "../storage/mod.ts";
import type { MailingRun } from "./run.ts";
import type { RunRecords } from "./run_records.ts";

/** Which page of runs is asked for, newest first. */
export interface RunsPage {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The runs of one owner's mailings. */
export class OwnRuns {
  readonly #records: ReturnType<RunRecords["of"]>;

  constructor(records: ReturnType<RunRecords["of"]>) {
    this.#records = records;
  }

  /** The run of that id, or `NotFound`. */
  async get(id: string, tx?: Transaction): Promise<MailingRun> {
    const run = await this.#records.find(id, tx);
    if (!run) throw new NotFound("There is no such run.");
    return run;
  }

  /** The run of that id, if there is one. */
  find(id: string, tx?: Transaction): Promise<MailingRun | undefined> {
    return this.#records.find(id, tx);
  }

  /** Adds a run; `Conflict` if it is there already or its mailing has another active one. */
  insert(run: MailingRun, tx?: Transaction): Promise<MailingRun> {
    return this.#records.insert(run, tx);
  }

  /** Changes a run; `change` may be called several times. */
  update(
    id: string,
    change: (run: MailingRun) => MailingRun,
    tx?: Transaction,
  ): Promise<MailingRun> {
    return this.#records.update(id, change, tx);
  }

  /** Removes a run. */
  remove(id: string, tx?: Transaction): Promise<void> {
    return this.#records.remove(id, tx);
  }

  /** All runs of a mailing, one after another. */
  async *iterateOf(mailingId: string): AsyncGenerator<MailingRun> {
    const runs = this.#records
      .iterate({ index: "byMailing", prefix: [mailingId] });
    for await (const { record } of runs) yield record;
  }

  /** When the runs of a mailing were due that were due from an instant to another, both included. */
  async dueBetween(
    mailingId: string,
    { from, until }: { from: Date; until: Date },
  ): Promise<Date[]> {
    const runs = this.#records.iterate({
      index: "byMailing",
      prefix: [mailingId],
      from: [from.getTime()],
      to: [until.getTime() + 1],
    });
    return await Array.fromAsync(runs, ({ record }) => record.dueAt);
  }

  /** One page of the runs of all mailings. */
  latest({ cursor, limit = 50 }: RunsPage = {}): Promise<Page<MailingRun>> {
    return this.#records
      .list({ index: "byDue", reverse: true, cursor, limit });
  }

  /** One page of a mailing's runs. */
  list(
    mailingId: string,
    { cursor, limit = 50 }: RunsPage = {},
  ): Promise<Page<MailingRun>> {
    return this.#records.list({
      index: "byMailing",
      prefix: [mailingId],
      reverse: true,
      cursor,
      limit,
    });
  }
}
