import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";

/** Tries to reach one client, and where their reader is. */
export interface SentTableProps {
  attempts: readonly MailingAttempt[];
  /** The names of the mailings that are still there, by id. */
  names: ReadonlyMap<string, string>;
  now: Date;
  zone: string;
}

/** What was sent to a client, each try leading to its run. */
export function SentTable({ attempts, ...around }: SentTableProps) {
  return (
    <Table
      caption="What was sent"
      columns={columns(around)}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}

function columns(
  { names, now, zone }: Omit<SentTableProps, "attempts">,
): Column<MailingAttempt>[] {
  return [
    {
      header: "Mailing",
      kind: "name",
      cell: ({ mailingId, runId }) => {
        const name = names.get(mailingId);
        return name === undefined
          ? <span class="text-faded">A deleted mailing</span>
          : (
            <TableLink href={`/mailings/${mailingId}/runs/${runId}`}>
              {name}
            </TableLink>
          );
      },
    },
    {
      header: "Outcome",
      kind: "state",
      cell: ({ outcome }) => <Status state={outcome} />,
    },
    { header: "Answer", kind: "text", cell: ({ reply }) => reply },
    {
      header: "When",
      kind: "time",
      cell: ({ at }) => <Time at={at} now={now} zone={zone} />,
    },
  ];
}
