import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { answerOf } from "../../(_parts)/answer.ts";
import { PersonCell } from "./PersonCell.tsx";

/** Tries as their owner sees them. */
export interface AttemptTableProps {
  attempts: readonly MailingAttempt[];
  now: Date;
  t: Catalogue;
}

/** Tries to deliver, one a row, with what the mail server answered. */
export function AttemptTable({ attempts, now, t }: AttemptTableProps) {
  return (
    <Table
      caption={t.runs.tables.tries}
      columns={columns(now, t)}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}

function columns(now: Date, t: Catalogue): Column<MailingAttempt>[] {
  const { columns } = t.runs;
  return [
    {
      header: columns.client,
      kind: "name",
      cell: (attempt) => <PersonCell {...attempt} />,
    },
    {
      header: columns.outcome,
      kind: "state",
      cell: ({ outcome }) => <Status state={outcome} />,
    },
    {
      header: columns.answer,
      kind: "text",
      cell: (attempt) => answerOf(attempt, t),
    },
    { header: columns.try, kind: "number", cell: ({ number }) => number },
    {
      header: columns.time,
      kind: "time",
      cell: ({ at }) => <Time at={at} now={now} />,
    },
  ];
}
