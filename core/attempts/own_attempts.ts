import type { Page, Store } from "../storage/mod.ts";
import type { AttemptOutcome, MailingAttempt } from "./attempt.ts";
import { type AttemptRecords, inRun } from "./attempt_records.ts";

/** Which page of a list is asked for. */
export interface AttemptsPage {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The tries of one owner's mailings. */
export class OwnAttempts {
  readonly #store: Store;
  readonly #records: ReturnType<AttemptRecords["of"]>;

  constructor(store: Store, records: ReturnType<AttemptRecords["of"]>) {
    this.#store = store;
    this.#records = records;
  }

  /** The tries of a run by their place in it; those that ended in one way, by time. */
  ofRun(
    runId: string,
    { outcome, ...page }: AttemptsPage & {
      outcome?: AttemptOutcome | undefined;
    } = {},
  ): Promise<Page<MailingAttempt>> {
    if (outcome === undefined) return this.#page({ ...inRun(runId), ...page });
    return this.#page({
      index: "byOutcome",
      prefix: [runId, outcome],
      ...page,
    });
  }

  /** The tries to reach one client, newest first. */
  ofClient(
    clientId: string,
    page: AttemptsPage = {},
  ): Promise<Page<MailingAttempt>> {
    return this.#page({
      index: "byClient",
      prefix: [clientId],
      reverse: true,
      ...page,
    });
  }

  /** The tries of a run one after another, by their place in it. */
  iterate(
    runId: string,
    { after }: { after?: string | undefined } = {},
  ): AsyncIterable<{ record: MailingAttempt; cursor: string }> {
    return this.#records.iterate({ ...inRun(runId), after });
  }

  /** Removes all tries of a run, in batches. */
  async removeRun(runId: string): Promise<void> {
    const batch = this.#store.batch();
    for await (const { record } of this.#records.iterate(inRun(runId))) {
      await batch.unit((tx) => this.#records.discard(record, tx));
    }
    await batch.finish();
  }

  #page(
    { limit = 50, ...options }: AttemptsPage & AttemptsWanted,
  ): Promise<Page<MailingAttempt>> {
    return this.#records.list({ ...options, limit });
  }
}

type AttemptsWanted = Omit<
  Parameters<ReturnType<AttemptRecords["of"]>["list"]>[0],
  "limit" | "cursor"
>;
