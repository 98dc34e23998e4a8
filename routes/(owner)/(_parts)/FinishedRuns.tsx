import { Count } from "../../../components/Count.tsx";
import { Status } from "../../../components/Status.tsx";
import { Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { ShownRun } from "../../../web/overview.ts";
import type { Reading } from "./NextMailings.tsx";

/** What just went out, latest first. */
export function FinishedRuns(
  { runs, time }: { runs: readonly ShownRun[]; time: Reading },
) {
  return (
    <section aria-labelledby="finished-runs">
      <h2 id="finished-runs" class="mb-4 text-17 font-semibold">
        Just finished
      </h2>
      <Table
        caption="Runs that just finished"
        rows={runs}
        rowKey={({ run }) => run.id}
        columns={[
          {
            header: "Mailing",
            kind: "name",
            cell: ({ mailing, run }) => (
              <TableLink href={`/mailings/${mailing.id}/runs/${run.id}`}>
                {mailing.name}
              </TableLink>
            ),
          },
          {
            header: "State",
            kind: "state",
            cell: ({ run }) => <Status state={run.state} />,
          },
          {
            header: "Finished",
            kind: "time",
            cell: ({ run }) => (
              <Time at={run.finishedAt ?? run.startedAt} {...time} />
            ),
          },
          {
            header: "Delivered",
            kind: "number",
            cell: ({ totals }) => <Count value={totals.delivered} />,
          },
          {
            header: "Not delivered",
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
