import { IconLink } from "../../../../../components/IconButton.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { type Column, Table } from "../../../../../components/Table.tsx";
import { TableLink } from "../../../../../components/TableLink.tsx";
import { Time } from "../../../../../components/Time.tsx";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import { type User, userState } from "../../../../../core/users/user.ts";

/** Users, and what their reader may do to them. */
export interface UserTableProps {
  users: readonly User[];
  mayDelete: boolean;
  now: Date;
  t: Catalogue;
}

/** Users, one a row. */
export function UserTable({ users, mayDelete, now, t }: UserTableProps) {
  const words = t.admin.users;
  return (
    <Table
      caption={words.title}
      columns={columns(now, t)}
      rows={users}
      rowKey={({ id }) => id}
      actions={({ id, name }) => (
        <>
          <IconLink
            href={`/admin/users/${id}`}
            icon="pencil"
            label={words.edit(name)}
          />
          {mayDelete && (
            <IconLink
              href={`/admin/users/${id}/delete`}
              icon="trash-2"
              label={words.delete(name)}
              destructive
            />
          )}
        </>
      )}
    />
  );
}

function columns(now: Date, t: Catalogue): Column<User>[] {
  const words = t.admin.users;
  return [
    {
      header: words.name,
      kind: "name",
      cell: ({ id, name }) => (
        <TableLink href={`/admin/users/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: words.email,
      kind: "text",
      cell: ({ email }) => (
        <span title={email} class="block truncate md:max-w-[230px]">
          {email}
        </span>
      ),
    },
    {
      header: words.groups,
      kind: "text",
      cell: ({ groups }) =>
        groups.map(t.admin.groupName).join(", ") || words.noGroups,
    },
    {
      header: words.state,
      kind: "state",
      cell: (user) => <Status state={userState(user)} />,
    },
    {
      header: words.joined,
      kind: "time",
      wideOnly: true,
      cell: ({ createdAt }) => <Time at={createdAt} now={now} />,
    },
  ];
}
