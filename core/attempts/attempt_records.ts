import { Collection, type Store } from "../storage/mod.ts";
import { MailingAttempt } from "./attempt.ts";

/** How attempts are kept: each owner's apart, found by run, outcome and client. */
export type AttemptRecords = ReturnType<typeof attemptRecords>;

/** The collection of all attempts. */
export function attemptRecords(store: Store) {
  return new Collection(store, {
    name: "attempts",
    schema: MailingAttempt,
    version: 1,
    scope: (attempt) => attempt.ownerId,
    indexes: {
      byOutcome: {
        key: (
          attempt,
        ) => [attempt.runId, attempt.outcome, attempt.at.getTime()],
      },
      byClient: { key: (attempt) => [attempt.clientId, attempt.at.getTime()] },
    },
  });
}

/** The range of a run's attempts: their ids begin with the run's, and no id holds a dot. */
export function inRun(runId: string) {
  return { startsWith: `${runId}.` };
}
