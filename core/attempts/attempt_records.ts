import { Collection, type Store } from "../storage/mod.ts";
import { MailingAttempt } from "./attempt.ts";
import { reasonOf } from "./reason.ts";

/** How attempts that took a record of their own are kept: each owner's apart, found by run, outcome, reason and client. */
export type AttemptRecords = ReturnType<typeof attemptRecords>;

/** The collection of all attempts. */
export function attemptRecords(store: Store) {
  return new Collection(store, {
    name: "attempts",
    schema: MailingAttempt,
    version: 2,
    upgrades: { 1: withReason },
    scope: (attempt) => attempt.ownerId,
    indexes: {
      byOutcome: {
        key: (
          attempt,
        ) => [attempt.runId, attempt.outcome, attempt.at.getTime()],
      },
      byClient: { key: ({ clientId, runId }) => [clientId, runId] },
      byFailure: {
        key: ({ runId, outcome, reason = "other", at }) =>
          outcome === "refused" || outcome === "expired"
            ? [runId, reason, at.getTime()]
            : undefined,
      },
    },
  });
}

/** The range of a run's attempts: their ids begin with the run's, and no id holds a dot. */
export function inRun(runId: string) {
  return { startsWith: `${runId}.` };
}

/** The failures of all runs of a mailing: their ids begin with the mailing's. */
export function failuresInMailing(mailingId: string) {
  return { index: "byFailure", startsWith: `${mailingId}-` } as const;
}

// Before version 2 the kind of reason was not kept.
function withReason(old: unknown): unknown {
  const attempt = MailingAttempt.parse(old);
  if (attempt.outcome === "delivered") return attempt;
  return { ...attempt, reason: reasonOf(attempt.reply) };
}
