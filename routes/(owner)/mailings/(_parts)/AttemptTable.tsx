import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import { PersonCell } from "./PersonCell.tsx";

/** Tries and where their reader is. */
export interface AttemptTableProps {
  attempts: readonly MailingAttempt[];
  now: Date;
  zone: string;
}

/** Tries to deliver, one a row, with what the mail server answered. */
export function AttemptTable({ attempts, now, zone }: AttemptTableProps) {
  return (
    <Table
      caption="Tries to deliver"
      columns={columns(now, zone)}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}

function columns(now: Date, zone: string): Column<MailingAttempt>[] {
  return [
    {
      header: "Client",
      kind: "name",
      cell: (attempt) => <PersonCell {...attempt} />,
    },
    {
      header: "Outcome",
      kind: "state",
      cell: ({ outcome }) =>
        outcome === "expired"
          ? <Status state="expired" label="Given up" />
          : <Status state={outcome} />,
    },
    { header: "Answer", kind: "text", cell: ({ reply }) => reply },
    { header: "Try", kind: "number", cell: ({ number }) => number },
    {
      header: "Time",
      kind: "time",
      cell: ({ at }) => <Time at={at} now={now} zone={zone} />,
    },
  ];
}
