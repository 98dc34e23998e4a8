import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { sendingTime, type Voice } from "./words.ts";

/** What has come of a mailing that was just launched or changed, in a sentence. */
export function toldOf(
  { status, nextDueAt, schedule, switchedOff }: MailingSettings,
  { t, language, now }: Voice & { now: Date },
): string {
  const words = t.mailings.told;
  if (status === "draft") return words.draft;
  if (switchedOff) return t.manager.told.staysOff;
  if (status === "paused") return words.staysPaused;
  // The form of a mailing that was made before may be sent again much later.
  if (status === "completed" || status === "cancelled") return words.over;
  if (!nextDueAt || !schedule || nextDueAt <= now) return words.begins;
  const zone = schedule.timeZone;
  return words.scheduled(sendingTime(nextDueAt, { language, zone, now }));
}
