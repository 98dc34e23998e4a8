import { Status } from "../../../components/Status.tsx";
import { type Column, Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { shownStatus } from "../../../core/mailings/mailing.ts";
import type { WatchedMailing } from "../../../core/oversight/watched_mailings.ts";
import { audienceInWords } from "./words.ts";

/** Mailings of several owners, when they are read, and in which words. */
export interface WatchedMailingTableProps {
  mailings: readonly WatchedMailing[];
  now: Date;
  t: Catalogue;
  /** All are of one owner, whom the page names. */
  ofOne?: boolean;
}

/** Mailings with their owners, one a row. */
export function WatchedMailingTable(props: WatchedMailingTableProps) {
  const { mailings, t, ofOne } = props;
  const all = columns(props);
  return (
    <Table
      caption={t.manager.mailings.caption}
      columns={ofOne ? all.filter(({ id }) => id !== "owner") : all}
      rows={mailings}
      rowKey={({ mailing }) => mailing.id}
    />
  );
}

function columns(
  { now, t }: WatchedMailingTableProps,
): (Column<WatchedMailing> & { id?: string })[] {
  const words = t.manager.mailings;
  return [
    {
      header: words.columns.name,
      kind: "name",
      cell: ({ mailing: { ownerId, id, name } }) => (
        <TableLink href={`/manage/mailings/${ownerId}/${id}`}>
          {name}
        </TableLink>
      ),
    },
    {
      header: words.columns.status,
      kind: "state",
      cell: ({ mailing }) => <Status state={shownStatus(mailing)} />,
    },
    {
      id: "owner",
      header: words.columns.owner,
      kind: "text",
      cell: ({ owner }) => owner?.name ?? words.ownerGone,
    },
    {
      header: words.columns.nextTime,
      kind: "time",
      cell: ({ mailing: { nextDueAt } }) =>
        nextDueAt && <Time at={nextDueAt} now={now} />,
    },
    {
      header: words.columns.to,
      kind: "text",
      wideOnly: true,
      cell: ({ mailing }) => audienceInWords(mailing.audience, t.manager),
    },
    {
      header: words.columns.made,
      kind: "time",
      wideOnly: true,
      cell: ({ mailing }) => <Time at={mailing.createdAt} now={now} />,
    },
  ];
}
