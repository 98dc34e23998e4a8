import { page } from "fresh";
import { Head } from "fresh/runtime";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { AuditEntry } from "../../../../core/access/audit.ts";
import { Reason } from "../../../../core/attempts/reason.ts";
import { Permission } from "../../../../core/access/permissions.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { namesOf } from "../groups/(_parts)/permission_names.ts";

const PATH = "/admin/system/journal";

/** One page of the journal. */
export const handler = defineOwner.handlers({
  async GET({ url, state: { core } }) {
    const cursor = url.searchParams.get("at") || undefined;
    const list = await core.audit.list({ cursor });
    return page({ list, now: core.store.now() });
  },
});

/** Who did what to whom, and when. */
export default defineOwner.page<typeof handler>(
  function AuditPage({ data: { list, now }, state: { t } }) {
    const words = t.admin.audit;
    const at = (cursor: string | undefined) =>
      cursor && listHref(PATH, { at: cursor });
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader
          title={words.title}
          about={words.about}
          crumbs={[{ href: "/admin/system", label: t.admin.system.title }]}
        />
        {list.items.length === 0
          ? <EmptyState drawing="calendar">{words.empty}</EmptyState>
          : (
            <Table
              caption={words.title}
              columns={columns(now, t)}
              rows={list.items}
              rowKey={({ id }) => id}
            />
          )}
        <Pagination previous={at(list.previous)} next={at(list.next)} />
      </>
    );
  },
);

function columns(now: Date, t: Catalogue): Column<AuditEntry>[] {
  const words = t.admin.audit;
  return [
    {
      header: words.act,
      kind: "name",
      cell: ({ act, on }) => (
        <>
          {words.acts[act]}
          <span class="block font-normal text-faded">{nameOf(on, t)}</span>
        </>
      ),
    },
    {
      header: words.who,
      kind: "text",
      cell: ({ by }) => <span title={by.email}>{by.name}</span>,
    },
    {
      header: words.note,
      kind: "text",
      ownLine: true,
      cell: (entry) => noteOf(entry, t),
    },
    {
      header: t.admin.system.when,
      kind: "time",
      cell: ({ at }) => <Time at={at} now={now} />,
    },
  ];
}

function nameOf({ kind, name }: AuditEntry["on"], t: Catalogue): string {
  return kind === "group" ? t.admin.groupName(name) : name;
}

/** The reason as it was typed, or groups and permissions as they are called here. */
function noteOf({ act, on, note = "" }: AuditEntry, t: Catalogue): string {
  if (act === "user.groups_changed") {
    return note.split(", ").map(t.admin.groupName).join(", ");
  }
  if (act === "mailing.halted") return t.reports.reasons[Reason.parse(note)];
  if (on.kind !== "group") return note;
  const permissions = Permission.options.filter((each) =>
    note.split(", ").includes(each)
  );
  return namesOf({ permissions }, t.admin.permissions).join(" · ");
}
