import type { MailingRun } from "../../../../core/mailings/run.ts";
import { sendingTime, timeOfDay, type Voice } from "./words.ts";

/** What a run sent, and when it began and ended. */
export function RunAbout(
  { run, zone, now, t, language }: Voice & {
    run: MailingRun;
    zone: string;
    now: Date;
  },
) {
  const { text, dueAt, startedAt, finishedAt, earlierTexts = [] } = run;
  const time = (at: Date) => {
    const telling = { language, zone, now };
    const full = sendingTime(at, telling);
    const isSameDay = full.slice(0, -5) ===
      sendingTime(dueAt, telling).slice(0, -5);
    return isSameDay ? timeOfDay(at, zone) : full;
  };
  return (
    <>
      <span class="[overflow-wrap:anywhere]">{text.subject}</span>
      <span class="tabular-nums">
        {finishedAt
          ? t.runs.beganAndEnded(time(startedAt), time(finishedAt))
          : t.runs.began(time(startedAt))}
      </span>
      {earlierTexts.map(({ subject, until }) => (
        <span key={until.getTime()} class="[overflow-wrap:anywhere]">
          {t.mailings.held.earlier(subject, time(until))}
        </span>
      ))}
    </>
  );
}
