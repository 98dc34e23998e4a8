import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { answerOf } from "../../(_parts)/answer.ts";

/** Tries to reach one client, as their owner sees them. */
export interface SentTableProps {
  attempts: readonly MailingAttempt[];
  /** The names of the mailings that are still there, by id. */
  names: ReadonlyMap<string, string>;
  now: Date;
  t: Catalogue;
}

/** What was sent to a client, each try leading to its run. */
export function SentTable({ attempts, ...around }: SentTableProps) {
  return (
    <Table
      caption={around.t.clients.sent.title}
      columns={columns(around)}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}

function columns(
  { names, now, t }: Omit<SentTableProps, "attempts">,
): Column<MailingAttempt>[] {
  const words = t.clients.sent;
  return [
    {
      header: words.mailing,
      kind: "name",
      cell: ({ mailingId, runId }) => {
        const name = names.get(mailingId);
        return name === undefined
          ? <span class="text-faded">{words.deletedMailing}</span>
          : (
            <TableLink href={`/mailings/${mailingId}/runs/${runId}`}>
              {name}
            </TableLink>
          );
      },
    },
    {
      header: words.outcome,
      kind: "state",
      cell: ({ outcome }) => <Status state={outcome} />,
    },
    {
      header: words.answer,
      kind: "text",
      cell: (attempt) => answerOf(attempt, t),
    },
    {
      header: words.when,
      kind: "time",
      cell: ({ at }) => <Time at={at} now={now} />,
    },
  ];
}
