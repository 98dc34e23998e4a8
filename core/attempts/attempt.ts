import { z } from "zod";
import { Reason } from "./reason.ts";

/**
 * How a try ended. A deferred one is followed by another, and so is one whose end is not
 * known: the message may have gone out, but the answer was lost.
 */
export const AttemptOutcome = z.enum([
  "delivered",
  "deferred",
  "refused",
  "expired",
  "unknown",
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

/** One try to deliver one message to one client. */
export const MailingAttempt = z.object({
  /** Run, place in the run and number of the try, so that a repeat overwrites itself. */
  id: z.string(),
  ownerId: z.string(),
  mailingId: z.string(),
  runId: z.string(),
  clientId: z.string(),
  /** The client's address and name when the run was planned. */
  email: z.string(),
  name: z.string(),
  /** Counts from 1. */
  number: z.number(),
  at: z.date(),
  outcome: AttemptOutcome,
  /** The mail server's answer, one line. */
  reply: z.string(),
  /** The kind of reason that the answer gives; absent for what was delivered or may have been. */
  reason: Reason.optional(),
});
export type MailingAttempt = z.infer<typeof MailingAttempt>;

/** The id of a try; sorts by place in the run, then by number. */
export function attemptIdOf(
  runId: string,
  seq: number,
  number: number,
): string {
  return `${runId}.${String(seq).padStart(8, "0")}.${
    String(number).padStart(3, "0")
  }`;
}
