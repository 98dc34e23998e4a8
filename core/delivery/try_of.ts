import { attemptIdOf, type MailingAttempt } from "../attempts/attempt.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Person } from "./block.ts";

/** What is known of a try before its outcome: whose it is, and the how-manieth. */
export type Try = Omit<MailingAttempt, "at" | "outcome" | "reply" | "reason">;

/** The try of that number to reach one recipient of a run. */
export function tryOf(
  { id: runId, ownerId, mailingId }: MailingRun,
  { seq, clientId, email, name }: Person,
  number: number,
): Try {
  const id = attemptIdOf(runId, seq, number);
  return { id, ownerId, mailingId, runId, clientId, email, name, number };
}
