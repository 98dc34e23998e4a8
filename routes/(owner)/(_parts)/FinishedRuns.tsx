import { Count } from "../../../components/Count.tsx";
import { Status } from "../../../components/Status.tsx";
import { Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { ShownRun } from "../../../web/overview.ts";
import type { Reading } from "./NextMailings.tsx";

/** What just went out, latest first. */
export function FinishedRuns(
  { runs, time, words }: {
    runs: readonly ShownRun[];
    time: Reading;
    words: Catalogue["overview"];
  },
) {
  const { columns } = words;
  return (
    <section aria-labelledby="finished-runs">
      <h2 id="finished-runs" class="mb-4 text-17 font-semibold">
        {words.finished}
      </h2>
      <Table
        caption={words.finishedCaption}
        rows={runs}
        rowKey={({ run }) => run.id}
        columns={[
          {
            header: columns.mailing,
            kind: "name",
            cell: ({ mailing, run }) => (
              <TableLink href={`/mailings/${mailing.id}/runs/${run.id}`}>
                {mailing.name}
              </TableLink>
            ),
          },
          {
            header: columns.state,
            kind: "state",
            cell: ({ run }) => <Status state={run.state} />,
          },
          {
            header: columns.finished,
            kind: "time",
            cell: ({ run }) => (
              <Time at={run.finishedAt ?? run.startedAt} {...time} />
            ),
          },
          {
            header: columns.delivered,
            kind: "number",
            cell: ({ totals }) => <Count value={totals.delivered} />,
          },
          {
            header: columns.notDelivered,
            kind: "number",
            cell: ({ totals }) => (
              <Count value={totals.refused + totals.expired} />
            ),
          },
        ]}
      />
    </section>
  );
}
