import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Entry } from "../../../../core/delivery/backlog.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { PersonCell } from "./PersonCell.tsx";

const MINUTE = 60_000;

/** Recipients who wait, as their owner sees them. */
export interface WaitingTableProps {
  entries: readonly Entry[];
  now: Date;
  t: Catalogue;
}

/** Recipients who still wait, one a row, with their next try. */
export function WaitingTable({ entries, now, t }: WaitingTableProps) {
  return (
    <Table
      caption={t.runs.tables.waiting}
      columns={columns(now, t)}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
    />
  );
}

function columns(now: Date, { runs }: Catalogue): Column<Entry>[] {
  const { columns } = runs;
  return [
    {
      header: columns.client,
      kind: "name",
      cell: (entry) => <PersonCell {...entry} />,
    },
    {
      header: columns.lastAnswer,
      kind: "text",
      cell: ({ reply, tries }) =>
        tries > 0 && !reply ? runs.lostTrack : reply ?? runs.notTried,
    },
    { header: columns.tries, kind: "number", cell: ({ tries }) => tries },
    {
      header: columns.nextTry,
      kind: "time",
      cell: ({ dueAt, claim }) => {
        if (claim !== undefined) return runs.beingSent;
        const wait = dueAt.getTime() - now.getTime();
        if (wait <= 0) return runs.inTurn;
        if (wait <= MINUTE) return runs.withinMinute;
        return <Time at={dueAt} now={now} />;
      },
    },
  ];
}
