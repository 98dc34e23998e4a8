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
  /** Leaves out what the page about their one owner has no room for. */
  isBrief?: boolean;
}

/** Mailings with their owners, one a row. */
export function WatchedMailingTable(props: WatchedMailingTableProps) {
  const { mailings, t, isBrief } = props;
  const { name, status, next } = mainColumns(props);
  const { owner, to, made } = otherColumns(props);
  return (
    <Table
      caption={t.manager.mailings.caption}
      columns={isBrief
        ? [name, status, next]
        : [name, status, owner, next, to, made]}
      rows={mailings}
      rowKey={({ mailing }) => mailing.id}
    />
  );
}

function mainColumns({ now, t }: WatchedMailingTableProps) {
  const words = t.manager.mailings.columns;
  return {
    name: {
      header: words.name,
      kind: "name",
      cell: ({ mailing: { ownerId, id, name } }) => (
        <TableLink href={`/manage/mailings/${ownerId}/${id}`}>{name}</TableLink>
      ),
    },
    status: {
      header: words.status,
      kind: "state",
      cell: ({ mailing }) => <Status state={shownStatus(mailing)} />,
    },
    next: {
      header: words.nextTime,
      kind: "time",
      cell: ({ mailing: { nextDueAt } }) =>
        nextDueAt && <Time at={nextDueAt} now={now} />,
    },
  } satisfies Record<string, Column<WatchedMailing>>;
}

function otherColumns({ now, t }: WatchedMailingTableProps) {
  const { columns: words, ownerGone } = t.manager.mailings;
  return {
    owner: {
      header: words.owner,
      kind: "text",
      cell: ({ owner }) => owner?.name ?? ownerGone,
    },
    to: {
      header: words.to,
      kind: "text",
      wideOnly: true,
      cell: ({ mailing }) => audienceInWords(mailing.audience, t.manager),
    },
    made: {
      header: words.made,
      kind: "time",
      wideOnly: true,
      cell: ({ mailing }) => <Time at={mailing.createdAt} now={now} />,
    },
  } satisfies Record<string, Column<WatchedMailing>>;
}
