import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import {
  type MailingSettings,
  shownStatus,
} from "../../../../core/mailings/mailing.ts";
import { audienceInWords } from "./words.ts";

/** Mailings as their owner sees them, and their messages' subjects by id. */
export interface MailingTableProps {
  mailings: readonly MailingSettings[];
  subjects: ReadonlyMap<string, string>;
  now: Date;
  t: Catalogue;
}

/** Mailings, one a row. */
export function MailingTable(props: MailingTableProps) {
  return (
    <Table
      caption={props.t.mailings.title}
      columns={columns(props)}
      rows={props.mailings}
      rowKey={({ id }) => id}
    />
  );
}

function columns(
  { subjects, now, t }: MailingTableProps,
): Column<MailingSettings>[] {
  const { columns, noMessageYet } = t.mailings;
  return [
    {
      header: columns.name,
      kind: "name",
      cell: ({ id, name }) => (
        <TableLink href={`/mailings/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: columns.status,
      kind: "state",
      cell: (mailing) => <Status state={shownStatus(mailing)} />,
    },
    {
      header: columns.nextTime,
      kind: "time",
      cell: ({ nextDueAt }) => nextDueAt && <Time at={nextDueAt} now={now} />,
    },
    {
      header: columns.to,
      kind: "text",
      cell: ({ audience }) => audienceInWords(audience, t),
    },
    {
      header: columns.message,
      kind: "text",
      wideOnly: true,
      cell: ({ textId }) => textId ? subjects.get(textId) : noMessageYet,
    },
  ];
}
