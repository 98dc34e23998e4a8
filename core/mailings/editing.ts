import { Invalid } from "../errors.ts";
import type { MailingInput, MailingSettings } from "./mailing.ts";
import type { Schedule } from "./schedule.ts";
import { assertEditable, GRACE, scheduledFrom } from "./transitions.ts";

/** What an owner set, once the list of clients is written. */
export type Settings =
  & Pick<MailingInput, "name" | "textId" | "schedule">
  & Pick<MailingSettings, "audience">;

/** The mailing with other settings; one that was launched is scheduled anew if its times changed. */
export function edited(
  mailing: MailingSettings,
  { name, textId, schedule, audience }: Settings,
  now: Date,
): MailingSettings {
  assertEditable(mailing);
  const next: MailingSettings = {
    ...mailing,
    name,
    textId,
    schedule,
    audience,
    updatedAt: now,
  };
  if (mailing.status === "draft" || !schedule) return next;
  if (sameSchedule(mailing.schedule, schedule)) return next;
  const anew = scheduledFrom(next, earliest(mailing, schedule, now));
  if (!anew.nextDueAt) throw neverDue(schedule);
  const isWaiting = mailing.status === "scheduled" && !mailing.switchedOff;
  return isWaiting ? anew : next;
}

/** Whether the first occurrence was moved, rather than kept from an earlier launch. */
export function isStartMoved(
  before: Schedule | undefined,
  after: Schedule | undefined,
): boolean {
  return before?.startsAt !== after?.startsAt ||
    before?.timeZone !== after?.timeZone;
}

function sameSchedule(a: Schedule | undefined, b: Schedule): boolean {
  return !isStartMoved(a, b) && a?.endsAt === b.endsAt &&
    a?.repeat === b.repeat;
}

// An occurrence that is due but was not turned into a run yet is not lost by a change.
function earliest(
  { schedule: before, nextDueAt }: MailingSettings,
  after: Schedule,
  now: Date,
): Date {
  if (isStartMoved(before, after)) return new Date(now.getTime() - GRACE);
  return nextDueAt && nextDueAt < now ? nextDueAt : now;
}

function neverDue({ endsAt }: Schedule): Invalid {
  return endsAt
    ? new Invalid({
      endsAt: "Nothing would go out before this end. Choose a later one.",
    })
    : new Invalid({ startsAt: "This time has passed. Choose a later one." });
}
