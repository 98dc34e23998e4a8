import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { sendingTime } from "./words.ts";

/** What has come of a mailing that was just launched or changed, in a sentence. */
export function toldOf(
  { status, nextDueAt, schedule }: MailingSettings,
  now: Date,
): string {
  if (status === "draft") return "The draft is saved. Nothing goes out yet.";
  if (status === "paused") return "Saved. The mailing stays paused.";
  if (!nextDueAt || !schedule || nextDueAt <= now) return "Sending begins.";
  const zone = schedule.timeZone;
  return `Scheduled for ${sendingTime(nextDueAt, { zone, now })}.`;
}
