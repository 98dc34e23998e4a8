import { Count } from "../../../components/Count.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { Status } from "../../../components/Status.tsx";
import { type Column, Table } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { shownRunState } from "../../../core/mailings/run.ts";
import type { MailingView } from "../../../core/oversight/views.ts";
import type { WatchedRun } from "../../../core/oversight/watched_mailings.ts";
import type { Page } from "../../../core/storage/mod.ts";
import { listHref } from "../../../web/list_href.ts";
import { pathOf } from "./mailing_address.ts";

/** A mailing's runs with their numbers. */
export interface RunsSheetProps {
  mailing: MailingView;
  runs: Page<WatchedRun>;
  words: Catalogue["manager"]["mailings"];
  now: Date;
}

/** How a mailing went out so far. */
export function RunsSheet(props: RunsSheetProps) {
  const { mailing, runs, words } = props;
  const at = (cursor: string | undefined) =>
    cursor && listHref(pathOf(mailing), { at: cursor });
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" class="mb-4 text-17 font-semibold">{words.runs}</h2>
      {runs.items.length === 0
        ? <p class="text-faded">{words.noRuns}</p>
        : (
          <Table
            caption={words.runs}
            columns={columns(props)}
            rows={runs.items}
            rowKey={({ run }) => run.id}
          />
        )}
      <Pagination previous={at(runs.previous)} next={at(runs.next)} />
    </section>
  );
}

function columns(
  { mailing, words, now }: RunsSheetProps,
): Column<WatchedRun>[] {
  return [
    {
      header: words.run.time,
      kind: "name",
      cell: ({ run }) => <Time at={run.dueAt} now={now} exact />,
    },
    {
      header: words.run.state,
      kind: "state",
      cell: ({ run }) => <Status state={shownRunState(run, mailing)} />,
    },
    {
      header: words.run.delivered,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.delivered} />,
    },
    {
      header: words.run.notDelivered,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.refused + totals.expired} />,
    },
    {
      header: words.run.waiting,
      kind: "number",
      cell: ({ run, totals }) => (
        <Count value={run.state === "cancelled" ? 0 : totals.waiting} />
      ),
    },
  ];
}
