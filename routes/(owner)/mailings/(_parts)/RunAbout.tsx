import type { MailingRun } from "../../../../core/mailings/run.ts";
import { sendingTime, timeOfDay } from "./words.ts";

/** What a run sent, and when it began and ended. */
export function RunAbout(
  { run, zone, now }: { run: MailingRun; zone: string; now: Date },
) {
  const { text, dueAt, startedAt, finishedAt } = run;
  const time = (at: Date) => {
    const full = sendingTime(at, { zone, now });
    const isSameDay = full.slice(0, -5) ===
      sendingTime(dueAt, { zone, now }).slice(0, -5);
    return isSameDay ? timeOfDay(at, zone) : full;
  };
  return (
    <>
      <span class="[overflow-wrap:anywhere]">“{text.subject}”</span>
      <span class="tabular-nums">
        Began {time(startedAt)}
        {finishedAt && `, ended ${time(finishedAt)}`}
      </span>
    </>
  );
}
