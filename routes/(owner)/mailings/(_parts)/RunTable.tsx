import { Count } from "../../../../components/Count.tsx";
import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import type { RunWithProgress } from "./mailing_view.ts";
import { sendingTime } from "./words.ts";

/** Runs and where their reader is. */
export interface RunTableProps {
  runs: readonly RunWithProgress[];
  now: Date;
  zone: string;
}

/** Runs of a mailing, one a row. */
export function RunTable({ runs, now, zone }: RunTableProps) {
  return (
    <Table
      caption="Runs"
      columns={columns(now, zone)}
      rows={runs}
      rowKey={({ run }) => run.id}
    />
  );
}

function columns(now: Date, zone: string): Column<RunWithProgress>[] {
  return [
    {
      header: "Time",
      kind: "name",
      cell: ({ run }) => (
        <TableLink href={`/mailings/${run.mailingId}/runs/${run.id}`}>
          {sendingTime(run.dueAt, { zone, now, weekday: false })}
        </TableLink>
      ),
    },
    {
      header: "State",
      kind: "state",
      cell: ({ progress }) => <Status state={progress.state} />,
    },
    {
      header: "Delivered",
      kind: "number",
      cell: ({ progress }) => <Count value={progress.delivered} />,
    },
    {
      header: "Not delivered",
      kind: "number",
      cell: ({ progress }) => (
        <Count value={progress.refused + progress.expired} />
      ),
    },
    {
      header: "Waiting",
      kind: "number",
      cell: ({ progress }) => (
        <Count
          value={progress.state === "cancelled" ? 0 : progress.waiting}
        />
      ),
    },
  ];
}
