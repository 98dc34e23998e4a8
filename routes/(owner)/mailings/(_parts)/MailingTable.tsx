import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import {
  type MailingSettings,
  shownStatus,
} from "../../../../core/mailings/mailing.ts";
import { audienceInWords } from "./words.ts";

/** Mailings, their messages' subjects by id, and where their reader is. */
export interface MailingTableProps {
  mailings: readonly MailingSettings[];
  subjects: ReadonlyMap<string, string>;
  now: Date;
  zone: string;
}

/** Mailings, one a row. */
export function MailingTable(props: MailingTableProps) {
  return (
    <Table
      caption="Mailings"
      columns={columns(props)}
      rows={props.mailings}
      rowKey={({ id }) => id}
    />
  );
}

function columns(
  { subjects, now, zone }: MailingTableProps,
): Column<MailingSettings>[] {
  return [
    {
      header: "Name",
      kind: "name",
      cell: ({ id, name }) => (
        <TableLink href={`/mailings/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: "Status",
      kind: "state",
      cell: (mailing) => <Status state={shownStatus(mailing)} />,
    },
    {
      header: "Next time",
      kind: "time",
      cell: ({ nextDueAt }) =>
        nextDueAt && <Time at={nextDueAt} now={now} zone={zone} />,
    },
    {
      header: "To",
      kind: "text",
      cell: ({ audience }) => audienceInWords(audience),
    },
    {
      header: "Message",
      kind: "text",
      wideOnly: true,
      cell: ({ textId }) => textId ? subjects.get(textId) : "None yet",
    },
  ];
}
