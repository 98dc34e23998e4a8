import { z } from "zod";
import { attemptIdOf, type MailingAttempt } from "./attempt.ts";

/** The most recipients of one sheet; their places in the run lie next to each other. */
export const SHEET_SIZE = 50;

/** One message that was delivered at the first try. */
const Line = z.tuple([
  z.number().describe("seq: the recipient's place in the run"),
  z.string().describe("clientId"),
  z.string().describe("email"),
  z.string().describe("name"),
  z.number().describe("at: milliseconds since 1970"),
  z.string().describe("reply"),
]);

/**
 * The messages of neighbouring recipients that were delivered at the first try, as nearly
 * all are: kept together, they cost a fiftieth of what as many records would.
 */
export const Sheet = z.object({
  /** Run and place of the first recipient. */
  id: z.string(),
  ownerId: z.string(),
  mailingId: z.string(),
  runId: z.string(),
  /** The first recipient, delivered or not: within a run clients stand in the order of their ids. */
  firstClientId: z.string(),
  lines: z.array(Line),
});
export type Sheet = z.infer<typeof Sheet>;

/** The id of a sheet; sorts among the attempts of its run. */
export function sheetIdOf(runId: string, firstSeq: number): string {
  return attemptIdOf(runId, firstSeq, 0);
}

/** The line that stands for an attempt. */
export function lineOf(
  { clientId, email, name, at, reply }: MailingAttempt,
  seq: number,
): Sheet["lines"][number] {
  return [seq, clientId, email, name, at.getTime(), reply];
}

/** The attempts that a sheet stands for, by their place in the run. */
export function attemptsIn(
  { ownerId, mailingId, runId, lines }: Sheet,
): MailingAttempt[] {
  return lines.toSorted(([a], [b]) => a - b)
    .map(([seq, clientId, email, name, at, reply]) => ({
      id: attemptIdOf(runId, seq, 1),
      ownerId,
      mailingId,
      runId,
      clientId,
      email,
      name,
      number: 1,
      at: new Date(at),
      outcome: "delivered",
      reply,
    }));
}
