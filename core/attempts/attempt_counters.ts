import type { CounterName } from "../storage/mod.ts";
import type { AttemptOutcome, MailingAttempt } from "./attempt.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is counted of a run and of a mailing. */
export type TallyKey =
  | "planned"
  | "skipped"
  | "dropped"
  | "delivered"
  | "refused"
  | "expired"
  | "deferrals"
  | "doubts";

/** Below it: the counters of a run or a mailing of an owner. */
export type Counting = readonly [
  noun: "run" | "mailing",
  ownerId: string,
  id: string,
];

interface Owned {
  ownerId: string;
  id: string;
}

const COUNTED_AS: Record<AttemptOutcome, TallyKey> = {
  delivered: "delivered",
  deferred: "deferrals",
  refused: "refused",
  expired: "expired",
  unknown: "doubts",
};

/** What of an attempt decides where it is counted. */
export type CountedAttempt = Pick<
  MailingAttempt,
  "ownerId" | "mailingId" | "runId" | "outcome" | "reason" | "at"
>;

/** Below it: what is counted of a run. */
export function countingRun({ ownerId, id }: Owned): Counting {
  return ["run", ownerId, id];
}

/** Below it: what is counted of a mailing. */
export function countingMailing({ ownerId, id }: Owned): Counting {
  return ["mailing", ownerId, id];
}

/** Every counter that an attempt adds one to. */
export function countersOf(attempt: CountedAttempt): CounterName[] {
  const { ownerId, mailingId, runId, outcome, reason } = attempt;
  const key = COUNTED_AS[outcome];
  const run = countingRun({ ownerId, id: runId });
  const mailing = countingMailing({ ownerId, id: mailingId });
  return [
    [...run, key],
    [...minutesOf(run), minuteOf(attempt.at), key],
    [...mailing, key],
    ...(reason
      ? [
        [...reasonsOf(run), reason, key],
        [...reasonsOf(mailing), reason, key],
      ]
      : []),
    ...lastingCountersOf(attempt),
  ];
}

/** Those of an attempt's counters that outlive its mailing: they are taken back one by one. */
export function lastingCountersOf(attempt: CountedAttempt): CounterName[] {
  const { ownerId, mailingId, outcome, reason = "other" } = attempt;
  if (outcome !== "refused" && outcome !== "expired") return [];
  return [[...failuresOf(ownerId), dayOf(attempt.at), mailingId, reason]];
}

/** Below it: a run's outcomes by minute. */
export function minutesOf(run: Counting): CounterName {
  return [...run, "minute"];
}

/** Below it: the reasons for what was not delivered, by outcome. */
export function reasonsOf(counting: Counting): CounterName {
  return [...counting, "reason"];
}

/** Below it: an owner's failures by day, mailing and reason. */
export function failuresOf(ownerId: string): CounterName {
  return ["failed", ownerId];
}

/** The day of an instant in UTC, counted from 1970. */
export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY);
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE);
}
