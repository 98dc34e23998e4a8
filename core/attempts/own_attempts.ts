import type { Page, Store } from "../storage/mod.ts";
import type { AttemptOutcome, MailingAttempt } from "./attempt.ts";
import { lastingCountersOf } from "./attempt_counters.ts";
import {
  type AttemptRecords,
  failuresInMailing,
  inRun,
} from "./attempt_records.ts";
import type { Reason } from "./reason.ts";
import { RunAttempts } from "./run_attempts.ts";
import type { SheetRecords } from "./sheet_records.ts";
import {
  type SkippedClient,
  skippedIdOf,
  type SkippedRecords,
} from "./skipped.ts";

/** Which page of a list is asked for. */
export interface AttemptsPage {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Which page of the failures is asked for. */
export interface FailuresPage extends AttemptsPage {
  /** The kind of reason they failed for; any without it. */
  reason?: Reason | undefined;
}

/** The tries of one owner's mailings. */
export class OwnAttempts {
  readonly #store: Store;
  readonly #records: ReturnType<AttemptRecords["of"]>;
  readonly #sheets: ReturnType<SheetRecords["of"]>;
  readonly #runs: RunAttempts;
  readonly #skipped: ReturnType<SkippedRecords["of"]>;

  constructor(
    store: Store,
    { attempts, sheets, skipped }: {
      attempts: ReturnType<AttemptRecords["of"]>;
      sheets: ReturnType<SheetRecords["of"]>;
      skipped: ReturnType<SkippedRecords["of"]>;
    },
  ) {
    this.#store = store;
    this.#records = attempts;
    this.#sheets = sheets;
    this.#runs = new RunAttempts({ records: attempts, sheets });
    this.#skipped = skipped;
  }

  /** The tries of a run by their place in it; those that failed in one way, by time. */
  ofRun(
    runId: string,
    { outcome, ...page }: AttemptsPage & {
      outcome?: AttemptOutcome | undefined;
    } = {},
  ): Promise<Page<MailingAttempt>> {
    const { limit = 50, cursor } = page;
    if (outcome === undefined) return this.#runs.page(runId, { limit, cursor });
    // These are kept on sheets, too.
    if (outcome === "delivered" || outcome === "deferred") {
      const where = (attempt: MailingAttempt) => attempt.outcome === outcome;
      return this.#runs.page(runId, { limit, cursor, where });
    }
    return this.#page({
      index: "byOutcome",
      prefix: [runId, outcome],
      ...page,
    });
  }

  /** Those of a run that failed for good, by reason and time; those of one reason by time. */
  failuresOfRun(
    runId: string,
    { reason, ...page }: FailuresPage = {},
  ): Promise<Page<MailingAttempt>> {
    const prefix = reason ? [runId, reason] : [runId];
    return this.#page({ index: "byFailure", prefix, ...page });
  }

  /** Those of all runs of a mailing that failed for good, run by run. */
  failuresOfMailing(
    mailingId: string,
    { reason, ...page }: FailuresPage = {},
  ): Promise<Page<MailingAttempt>> {
    return this.#page({
      ...failuresInMailing(mailingId),
      ...(reason && { where: (attempt) => attempt.reason === reason }),
      ...page,
    });
  }

  /** Those of a run that did not go out at once and were delivered last of all, the latest first. */
  async slowest(runId: string, limit: number): Promise<MailingAttempt[]> {
    const [{ items }, listed] = await Promise.all([
      this.#page({
        index: "byOutcome",
        prefix: [runId, "delivered"],
        reverse: true,
        limit,
      }),
      this.#runs.latest(runId, limit),
    ]);
    return [...items, ...listed]
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, limit);
  }

  /** The tries to reach one client in a run, newest first. */
  async ofClientIn(runId: string, clientId: string): Promise<MailingAttempt[]> {
    const [{ items }, atOnce] = await Promise.all([
      this.#page({ index: "byClient", prefix: [clientId, runId] }),
      this.#runs.ofClient(runId, clientId),
    ]);
    const known = [...(atOnce ? [atOnce] : []), ...items];
    const [first] = known;
    const wasDelivered = known.length === 1 && first?.outcome === "delivered";
    const further = first && !wasDelivered
      ? await this.#runs.further(first)
      : [];
    return [...known, ...further].sort((a, b) => b.number - a.number);
  }

  /** The tries of a run one after another, by their place in it. */
  iterate(runId: string): AsyncIterable<MailingAttempt> {
    return this.#runs.iterate(runId);
  }

  /** Those whom a run passed over, in the order in which they became clients. */
  skippedIn(
    runId: string,
    { limit = 50, cursor }: AttemptsPage = {},
  ): Promise<Page<SkippedClient>> {
    return this.#skipped.list({ ...inRun(runId), cursor, limit });
  }

  /** Why a run passed a client over, if it did. */
  async skipOf(
    runId: string,
    clientId: string,
  ): Promise<SkippedClient | undefined> {
    return await this.#skipped.find(skippedIdOf({ runId, clientId }));
  }

  /** Removes all tries of a run and whom it passed over, in batches. */
  async removeRun(runId: string): Promise<void> {
    const batch = this.#store.batch();
    for await (const { record } of this.#skipped.iterate(inRun(runId))) {
      await batch.unit((tx) => this.#skipped.discard(record, tx));
    }
    for await (const { record } of this.#sheets.iterate(inRun(runId))) {
      await batch.unit((tx) => this.#sheets.discard(record, tx));
    }
    for await (const { record } of this.#records.iterate(inRun(runId))) {
      await batch.unit((tx) => {
        this.#records.discard(record, tx);
        for (const name of lastingCountersOf(record)) {
          this.#store.counters.add(tx, name, -1);
        }
      });
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
