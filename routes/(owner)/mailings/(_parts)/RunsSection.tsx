import { Pagination } from "../../../../components/Pagination.tsx";
import { ReportLink } from "../(_report)/ReportLink.tsx";
import type { MailingView } from "./mailing_view.ts";
import { RunTable } from "./RunTable.tsx";
import type { Voice } from "./words.ts";

/** How a mailing went out so far; a run that is going on is shown apart. */
export function RunsSection(
  { mailing, runs, going, next, previous, ...reader }:
    & MailingView
    & Voice
    & { zone: string },
) {
  const path = `/mailings/${mailing.id}`;
  const at = (cursor: string | undefined) => cursor && `${path}?at=${cursor}`;
  const others = runs.filter(({ run }) => run.id !== going?.id);
  return (
    <section class="flex flex-col gap-4">
      <div class="flex items-center justify-between gap-4">
        <h2 class="text-17 font-semibold">
          {going ? reader.t.runs.earlier : reader.t.runs.title}
        </h2>
        <ReportLink path={path} t={reader.t} small />
      </div>
      <RunTable {...reader} runs={others} />
      <Pagination previous={at(previous)} next={at(next)} />
    </section>
  );
}
