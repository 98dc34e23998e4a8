import { Count } from "../../../../../components/Count.tsx";
import { IconLink } from "../../../../../components/IconButton.tsx";
import { type Column, Table } from "../../../../../components/Table.tsx";
import { TableLink } from "../../../../../components/TableLink.tsx";
import { type Group, isBuiltIn } from "../../../../../core/access/group.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import { groupPath } from "./group_path.ts";
import { namesOf } from "./permission_names.ts";

/** A group and how many users are in it; `more` if the counting stopped there. */
export interface CountedGroup extends Group {
  members: { count: number; more: boolean };
}

/** Groups, one a row. */
export function GroupTable(
  { groups, t }: { groups: readonly CountedGroup[]; t: Catalogue },
) {
  return (
    <Table
      caption={t.admin.groups.title}
      columns={columns(t)}
      rows={groups}
      rowKey={({ name }) => name}
      actions={({ name }) => (
        <>
          <IconLink
            href={groupPath(name)}
            icon="pencil"
            label={`${t.common.edit}: ${t.admin.groupName(name)}`}
          />
          {!isBuiltIn(name) && (
            <IconLink
              href={`${groupPath(name)}/delete`}
              icon="trash-2"
              label={`${t.common.delete}: ${t.admin.groupName(name)}`}
              destructive
            />
          )}
        </>
      )}
    />
  );
}

function columns(t: Catalogue): Column<CountedGroup>[] {
  const { groups: words, groupName, permissions } = t.admin;
  return [
    {
      header: words.name,
      kind: "name",
      cell: ({ name }) => (
        <TableLink href={groupPath(name)}>{groupName(name)}</TableLink>
      ),
    },
    {
      header: words.permissions,
      kind: "text",
      cell: (group) => (
        <>
          <span class="hidden lg:inline">
            {namesOf(group, permissions).join(" · ") || words.nothing}
          </span>
          <span class="lg:hidden">
            {words.permissionCount(group.permissions.length)}
          </span>
        </>
      ),
    },
    {
      header: words.members,
      kind: "number",
      cell: ({ name, members }) => (
        <a
          href={`/admin/users?group=${encodeURIComponent(name)}`}
          class="text-mark underline-offset-4 hover:underline"
        >
          <Count value={members.count} />
          {members.more && "+"}
        </a>
      ),
    },
  ];
}
