import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Entry } from "../../../../core/delivery/backlog.ts";
import { PersonCell } from "./PersonCell.tsx";

/** Recipients who wait, and where their reader is. */
export interface WaitingTableProps {
  entries: readonly Entry[];
  now: Date;
  zone: string;
}

/** Recipients who still wait, one a row, with their next try. */
export function WaitingTable({ entries, now, zone }: WaitingTableProps) {
  return (
    <Table
      caption="Recipients who wait"
      columns={columns(now, zone)}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
    />
  );
}

function columns(now: Date, zone: string): Column<Entry>[] {
  return [
    {
      header: "Client",
      kind: "name",
      cell: ({ value }) => <PersonCell {...value} />,
    },
    {
      header: "Last answer",
      kind: "text",
      cell: ({ value }) => value.reply ?? "Not tried yet",
    },
    { header: "Tries", kind: "number", cell: ({ value }) => value.tries },
    {
      header: "Next try",
      kind: "time",
      cell: ({ dueAt }) =>
        dueAt <= now
          ? "As soon as it is their turn"
          : <Time at={dueAt} now={now} zone={zone} />,
    },
  ];
}
