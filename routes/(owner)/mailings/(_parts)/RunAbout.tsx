import { Time } from "../../../../components/Time.tsx";
import type { MailingRun } from "../../../../core/mailings/run.ts";

/** What a run sent, and when it began and ended. */
export function RunAbout(
  { run, now, zone }: { run: MailingRun; now: Date; zone: string },
) {
  const { text, startedAt, finishedAt } = run;
  return (
    <>
      <span class="[overflow-wrap:anywhere]">“{text.subject}”</span>
      <span>
        Began <Time at={startedAt} now={now} zone={zone} />
        {finishedAt && (
          <>
            , ended <Time at={finishedAt} now={now} zone={zone} />
          </>
        )}
      </span>
    </>
  );
}
