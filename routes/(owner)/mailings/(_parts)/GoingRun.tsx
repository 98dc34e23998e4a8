import { LiveRun } from "../../../../islands/LiveRun.tsx";
import type { MailingView } from "./mailing_view.ts";
import { progressInWords } from "./progress_in_words.ts";
import { runPanelWords, staleWords } from "./run_words.ts";
import { sendingTime, type Voice } from "./words.ts";

/** The run of a mailing that is going on. */
export function GoingRun(
  { mailing, going, now, zone, t, language }:
    & Pick<MailingView, "mailing" | "now">
    & Voice
    & { going: NonNullable<MailingView["going"]>; zone: string },
) {
  const path = `/mailings/${mailing.id}`;
  const telling = { language, zone, now, weekday: false };
  return (
    <div class="mb-10">
      <LiveRun
        name={t.runs.runOf(sendingTime(going.dueAt, telling))}
        progress={progressInWords(going.progress, { t, language, zone, now })}
        path={`${path}/runs/${going.id}`}
        words={runPanelWords(t)}
        stale={staleWords(t, { zone, now })}
        page={path}
      />
    </div>
  );
}
