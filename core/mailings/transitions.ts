import { Conflict } from "../errors.ts";
import type { MailingSettings, MailingStatus } from "./mailing.ts";
import { firstFrom } from "./schedule.ts";

/** A mailing that starts this many milliseconds ago still goes out: forms know minutes only. */
export const GRACE = 60_000;

const STATE: Record<MailingStatus, string> = {
  draft: "is a draft",
  scheduled: "is scheduled",
  running: "is being sent",
  paused: "is paused",
  completed: "is completed",
  cancelled: "is cancelled",
};

const WAYS_ON: Record<MailingStatus, string> = {
  draft: "Launch it, or delete it.",
  scheduled: "Pause it or cancel it.",
  running: "Pause it or cancel it.",
  paused: "Resume it or cancel it.",
  completed: "Duplicate it to send it again.",
  cancelled: "Duplicate it to send it again.",
};

/** A draft on its way; the one who calls has seen that it is ready. */
export function launched(
  mailing: MailingSettings,
  now: Date,
): MailingSettings {
  assertStatus(mailing, ["draft"], "launched");
  return scheduledFrom(
    { ...mailing, status: "scheduled", updatedAt: now },
    new Date(now.getTime() - GRACE),
  );
}

/** The mailing held by its owner; what falls due meanwhile is not sent. */
export function paused(mailing: MailingSettings, now: Date): MailingSettings {
  assertStatus(mailing, ["scheduled", "running"], "paused");
  return withoutDue({ ...mailing, status: "paused", updatedAt: now });
}

/** The mailing going on after a pause, from its first occurrence to come. */
export function resumed(
  mailing: MailingSettings,
  { now, hasActiveRun }: { now: Date; hasActiveRun: boolean },
): MailingSettings {
  assertStatus(mailing, ["paused"], "resumed");
  const next = scheduledFrom({ ...mailing, updatedAt: now }, now);
  if (hasActiveRun) return { ...next, status: "running" };
  return { ...next, status: next.nextDueAt ? "scheduled" : "completed" };
}

/** The mailing ended by its owner for good. */
export function cancelled(
  mailing: MailingSettings,
  now: Date,
): MailingSettings {
  assertStatus(mailing, ["scheduled", "running", "paused"], "cancelled");
  return withoutDue({ ...mailing, status: "cancelled", updatedAt: now });
}

/** The mailing marked for deletion; nothing may be going out from it. */
export function deleted(mailing: MailingSettings, now: Date): MailingSettings {
  if (!["draft", "completed", "cancelled"].includes(mailing.status)) {
    throw new Conflict(
      `The mailing \"${mailing.name}\" ${STATE[mailing.status]}. ` +
        "Cancel it first, then delete it.",
    );
  }
  return withoutDue({ ...mailing, deletedAt: now });
}

/** Refuses a change of the settings that its state does not allow. */
export function assertEditable(mailing: MailingSettings): void {
  const { status } = mailing;
  if (status === "running") {
    throw new Conflict(
      `The mailing \"${mailing.name}\" is being sent. Pause it to change it.`,
    );
  }
  assertStatus(mailing, ["draft", "scheduled", "paused"], "changed");
}

/** The mailing with its next occurrence at or after an instant, or none. */
export function scheduledFrom(
  mailing: MailingSettings,
  instant: Date,
): MailingSettings {
  const nextDueAt = mailing.schedule && firstFrom(mailing.schedule, instant);
  const bare = withoutDue(mailing);
  return nextDueAt ? { ...bare, nextDueAt } : bare;
}

function assertStatus(
  mailing: MailingSettings,
  allowed: MailingStatus[],
  done: string,
): void {
  const { name, status } = mailing;
  if (allowed.includes(status)) return;
  throw new Conflict(
    `The mailing \"${name}\" ${STATE[status]} and cannot be ${done}. ${
      WAYS_ON[status]
    }`,
  );
}

function withoutDue({ nextDueAt: _, ...mailing }: MailingSettings) {
  return mailing satisfies MailingSettings;
}
