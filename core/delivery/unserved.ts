import type { MailingSettings } from "../mailings/mailing.ts";
import { runIdOf } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import { firstAfter, firstFrom } from "../mailings/schedule.ts";

/**
 * The occurrences of a mailing from one instant to another, both included, that have no run.
 * One may have its run before its time, if a clock was ahead.
 */
export async function unserved(
  runs: Runs,
  { ownerId, id, schedule }: MailingSettings,
  { from, until }: { from: Date; until: Date },
): Promise<Date[]> {
  const found: Date[] = [];
  const own = runs.of(ownerId);
  let at = schedule && firstFrom(schedule, from);
  while (schedule && at && at <= until) {
    if (!await own.find(runIdOf(id, at))) found.push(at);
    at = firstAfter(schedule, at);
  }
  return found;
}
