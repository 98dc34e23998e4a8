import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { FilterLinks } from "../../../../components/FilterLinks.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { SearchForm } from "../../../../components/SearchForm.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { UserTable } from "./(_parts)/UserTable.tsx";

const PATH = "/admin/users";
const PAGE = 50;

/** Everybody who has an account, or those of a group, or those found by words. */
export const handler = defineOwner.handlers({
  async GET({ url, state, redirect }) {
    const { core, permissions } = state;
    const search = url.searchParams.get("q")?.trim() || undefined;
    const group = url.searchParams.get("group") || undefined;
    const cursor = url.searchParams.get("at") || undefined;
    const list = await core.users.list({ search, group, cursor, limit: PAGE });
    // Whoever was on this page may have been deleted since.
    if (cursor && list.items.length === 0) {
      return redirect(listHref(PATH, { q: search, group }));
    }
    const groups = (await core.groups.list()).map(({ name }) => name);
    const mayDelete = permissions.has("users.delete");
    const now = core.store.now();
    return page({ list, search, group, groups, mayDelete, now });
  },
});

/** The list of users. */
export default defineOwner.page<typeof handler>(
  function UsersPage({ data, state: { t } }) {
    const { list, search, group, groups, mayDelete, now } = data;
    const words = t.admin.users;
    const at = (cursor: string | undefined) =>
      cursor && listHref(PATH, { q: search, group, at: cursor });
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader title={words.title} />
        <FilterLinks
          label={words.groups}
          links={[undefined, ...groups].map((name) => ({
            href: listHref(PATH, { group: name }),
            label: name ? t.admin.groupName(name) : words.everybody,
            current: name === group,
          }))}
        />
        {!group && (
          <div class="mb-4">
            <SearchForm label={words.search} value={search} action={PATH} />
          </div>
        )}
        {list.items.length === 0
          ? <Nobody {...{ search, group, t }} />
          : <UserTable users={list.items} {...{ mayDelete, now, t }} />}
        <Pagination previous={at(list.previous)} next={at(list.next)} />
      </>
    );
  },
);

function Nobody(
  { search = "", group, t }: {
    search: string | undefined;
    group: string | undefined;
    t: Catalogue;
  },
) {
  const words = t.admin.users;
  return (
    <EmptyState
      drawing="people"
      action={<ButtonLink kind="quiet" href={PATH}>{words.showAll}</ButtonLink>}
    >
      {group
        ? words.noMembers(t.admin.groupName(group))
        : words.noMatch(search)}
    </EmptyState>
  );
}
