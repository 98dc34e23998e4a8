import { z } from "zod";
import { attemptIdOf, type MailingAttempt } from "./attempt.ts";
import { Reason } from "./reason.ts";

/** The most recipients of one sheet; their places in the run lie next to each other. */
export const SHEET_SIZE = 50;

/**
 * The places of a run that a sheet of later tries reaches over at most: those who are put
 * off together are gathered from no further apart.
 */
export const SHEET_REACH = 250;

/** One message that was delivered, or put off. */
const Line = z.tuple([
  z.number().describe("seq: the recipient's place in the run"),
  z.string().describe("clientId"),
  z.string().describe("email"),
  z.string().describe("name"),
  z.number().describe("at: milliseconds since 1970"),
  z.string().describe("reply"),
  Reason.optional().describe("reason: why it was put off, if it was"),
]);

/**
 * The tries of recipients who lay together in one block of the queue that delivered a
 * message or put it off, as nearly all do: kept together, they cost a fraction of what as
 * many records would. All of a sheet's tries are the how-manieth alike.
 */
export const Sheet = z.object({
  /** Run, place of the first recipient, and how many tries there were before. */
  id: z.string(),
  ownerId: z.string(),
  mailingId: z.string(),
  runId: z.string(),
  /** The first recipient, delivered or not: within a run clients stand in the order of their ids. */
  firstClientId: z.string(),
  /** When these tries were due, in milliseconds since 1970; absent of the first. */
  dueAt: z.number().optional(),
  lines: z.array(Line),
});
export type Sheet = z.infer<typeof Sheet>;

/** The id of a sheet; sorts among the attempts of its run. */
export function sheetIdOf(runId: string, firstSeq: number, tries = 0): string {
  return attemptIdOf(runId, firstSeq, tries);
}

/** Which place a sheet begins at, and how many tries there were before. */
export function beginningOf(
  { id, runId }: Pick<Sheet, "id" | "runId">,
): { firstSeq: number; tries: number } {
  const [firstSeq = 0, tries = 0] = id.slice(runId.length + 1).split(".")
    .map(Number);
  return { firstSeq, tries };
}

/** The line that stands for an attempt. */
export function lineOf(
  { clientId, email, name, at, reply, outcome, reason }: MailingAttempt,
  seq: number,
): Sheet["lines"][number] {
  const line = [seq, clientId, email, name, at.getTime(), reply] as const;
  return outcome === "deferred" ? [...line, reason ?? "other"] : [...line];
}

/** The attempts that a sheet stands for, by their place in the run. */
export function attemptsIn(sheet: Sheet): MailingAttempt[] {
  const { ownerId, mailingId, runId, lines } = sheet;
  const number = beginningOf(sheet).tries + 1;
  return lines.toSorted(([a], [b]) => a - b)
    .map(([seq, clientId, email, name, at, reply, reason]) => ({
      id: attemptIdOf(runId, seq, number),
      ownerId,
      mailingId,
      runId,
      clientId,
      email,
      name,
      number,
      at: new Date(at),
      outcome: reason ? "deferred" : "delivered",
      reply,
      ...(reason && { reason }),
    }));
}
