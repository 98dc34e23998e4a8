import { Count } from "../../../../components/Count.tsx";
import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import type { RunWithProgress } from "./mailing_view.ts";
import { sendingTime, type Voice } from "./words.ts";

/** Runs and where their reader is. */
export interface RunTableProps extends Voice {
  runs: readonly RunWithProgress[];
  now: Date;
  zone: string;
}

/** Runs of a mailing, one a row. */
export function RunTable({ runs, ...reader }: RunTableProps) {
  return (
    <Table
      caption={reader.t.runs.title}
      columns={columns(reader)}
      rows={runs}
      rowKey={({ run }) => run.id}
    />
  );
}

function columns(
  { now, zone, t, language }: Omit<RunTableProps, "runs">,
): Column<RunWithProgress>[] {
  const { columns } = t.runs;
  return [
    {
      header: columns.time,
      kind: "name",
      cell: ({ run }) => (
        <TableLink href={`/mailings/${run.mailingId}/runs/${run.id}`}>
          {sendingTime(run.dueAt, { language, zone, now, weekday: false })}
        </TableLink>
      ),
    },
    {
      header: columns.state,
      kind: "state",
      cell: ({ progress }) => <Status state={progress.state} />,
    },
    {
      header: columns.delivered,
      kind: "number",
      cell: ({ progress }) => <Count value={progress.delivered} />,
    },
    {
      header: columns.notDelivered,
      kind: "number",
      cell: ({ progress }) => (
        <Count value={progress.refused + progress.expired} />
      ),
    },
    {
      header: columns.waiting,
      kind: "number",
      cell: ({ progress }) => (
        <Count
          value={progress.state === "cancelled" ? 0 : progress.waiting}
        />
      ),
    },
  ];
}
