import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Entry } from "../../../../core/delivery/backlog.ts";
import { PersonCell } from "./PersonCell.tsx";

const MINUTE = 60_000;

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
      cell: ({ dueAt }) => {
        const wait = dueAt.getTime() - now.getTime();
        if (wait <= 0) return "when it is their turn";
        if (wait <= MINUTE) return "within a minute";
        return <Time at={dueAt} now={now} zone={zone} />;
      },
    },
  ];
}
