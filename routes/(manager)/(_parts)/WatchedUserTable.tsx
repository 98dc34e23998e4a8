import { Count } from "../../../components/Count.tsx";
import { Status } from "../../../components/Status.tsx";
import { type Column, Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { WatchedUser } from "../../../core/oversight/watched_users.ts";
import { userState } from "../../../core/users/user.ts";

/** Users, when they are read, and in which words. */
export interface WatchedUserTableProps {
  users: readonly WatchedUser[];
  now: Date;
  words: Catalogue["manager"]["users"];
}

/** Users and how much they own, one a row. */
export function WatchedUserTable(props: WatchedUserTableProps) {
  return (
    <Table
      caption={props.words.caption}
      columns={columns(props)}
      rows={props.users}
      rowKey={({ user }) => user.id}
    />
  );
}

function columns(
  { words: { columns: words }, now }: WatchedUserTableProps,
): Column<WatchedUser>[] {
  return [
    {
      header: words.name,
      kind: "name",
      cell: ({ user: { id, name } }) => (
        <TableLink href={`/manage/users/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: words.state,
      kind: "state",
      cell: ({ user }) => <Status state={userState(user)} />,
    },
    {
      header: words.email,
      kind: "text",
      cell: ({ user }) => user.email,
    },
    {
      header: words.registered,
      kind: "time",
      wideOnly: true,
      cell: ({ user }) => <Time at={user.createdAt} now={now} />,
    },
    {
      header: words.clients,
      kind: "number",
      cell: ({ clients }) => <Count value={clients} />,
    },
    {
      header: words.mailings,
      kind: "number",
      cell: ({ mailings }) => <Count value={mailings} />,
    },
  ];
}
