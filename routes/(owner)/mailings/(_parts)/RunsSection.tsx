import { Pagination } from "../../../../components/Pagination.tsx";
import { LiveRun } from "../../../../islands/LiveRun.tsx";
import type { MailingView } from "./mailing_view.ts";
import { RunTable } from "./RunTable.tsx";
import { timeOfDay } from "./words.ts";

/** How a mailing went out so far, the run that is going on first. */
export function RunsSection(
  { mailing, runs, going, next, previous, now, zone }: MailingView & {
    zone: string;
  },
) {
  const path = `/mailings/${mailing.id}`;
  const at = (cursor: string | undefined) => cursor && `${path}?at=${cursor}`;
  return (
    <>
      {going && (
        <LiveRun
          progress={going.progress}
          path={`${path}/runs/${going.id}`}
          asOf={timeOfDay(now, zone)}
          page={path}
        />
      )}
      <section class="flex flex-col gap-4">
        <h2 class="text-17 font-semibold">Runs</h2>
        {runs.length === 0
          ? <p class="text-faded">It has not gone out yet.</p>
          : <RunTable runs={runs} now={now} zone={zone} />}
        <Pagination previous={at(previous)} next={at(next)} />
      </section>
    </>
  );
}
