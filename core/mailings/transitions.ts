import { Conflict } from "../errors.ts";
import type { Halt, MailingSettings, MailingStatus } from "./mailing.ts";
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
  assertSwitchedOn(mailing, "launch");
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

/** The mailing stopped because too much of it failed; its owner may let it go on. */
export function halted(mailing: MailingSettings, halt: Halt): MailingSettings {
  return { ...paused(mailing, halt.at), halted: halt };
}

/** When a mailing goes on, and whether a run of it waits to go on as well. */
export interface Continuing {
  now: Date;
  hasActiveRun: boolean;
  /** Its only time passed without a run. */
  isOverdue?: boolean;
}

/** The mailing going on after a pause, from its first occurrence to come; an overdue one at once. */
export function resumed(
  mailing: MailingSettings,
  continuing: Continuing,
): MailingSettings {
  assertStatus(mailing, ["paused"], "resumed");
  assertSwitchedOn(mailing, "resume");
  const { halted: _, ...rest } = mailing;
  return goingOn({ ...rest, updatedAt: continuing.now }, continuing);
}

/** The mailing kept by a manager from going out; what falls due meanwhile is not sent. */
export function switchedOff(
  mailing: MailingSettings,
  { now, reason }: { now: Date; reason: string },
): MailingSettings {
  const { name, status } = mailing;
  if (mailing.switchedOff) {
    throw new Conflict(`The mailing "${name}" is switched off already.`);
  }
  if (status === "completed" || status === "cancelled") {
    throw new Conflict(
      `The mailing "${name}" ${
        STATE[status]
      }: nothing goes out from it any more.`,
    );
  }
  return withoutDue({ ...mailing, switchedOff: { at: now, reason } });
}

/** The mailing as its owner left it, going on from its first occurrence to come. */
export function switchedOn(
  mailing: MailingSettings,
  continuing: Continuing,
): MailingSettings {
  const { switchedOff, ...on } = mailing;
  if (!switchedOff) {
    throw new Conflict(`The mailing "${mailing.name}" is not switched off.`);
  }
  const wasGoing = on.status === "scheduled" || on.status === "running";
  // Whether it still is to go out is for its owner to say.
  if (wasGoing && continuing.isOverdue) return { ...on, status: "paused" };
  return wasGoing ? goingOn(on, continuing) : on;
}

/** The mailing ended by its owner for good. */
export function cancelled(
  mailing: MailingSettings,
  now: Date,
): MailingSettings {
  assertStatus(mailing, ["scheduled", "running", "paused"], "cancelled");
  const { halted: _, ...rest } = mailing;
  return withoutDue({ ...rest, status: "cancelled", updatedAt: now });
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
  const bare = { ...withoutDue(mailing), reckonedAt: instant };
  return nextDueAt ? { ...bare, nextDueAt } : bare;
}

function goingOn(
  mailing: MailingSettings,
  { now, hasActiveRun, isOverdue }: Continuing,
): MailingSettings {
  if (isOverdue) {
    return { ...mailing, status: "scheduled", nextDueAt: now, reckonedAt: now };
  }
  const next = scheduledFrom(mailing, now);
  if (hasActiveRun) return { ...next, status: "running" };
  return { ...next, status: next.nextDueAt ? "scheduled" : "completed" };
}

function assertSwitchedOn(
  { name, switchedOff }: MailingSettings,
  verb: string,
): void {
  if (!switchedOff) return;
  throw new Conflict(
    `Cannot ${verb} "${name}": a manager switched it off. ` +
      "It goes out again once a manager switches it on.",
  );
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
