import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { UserState } from "../../../../core/users/user.ts";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { UserFilters } from "../../(_parts)/UserFilters.tsx";
import { WatchedUserTable } from "../../(_parts)/WatchedUserTable.tsx";

const SHOWN = 50;

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core } = ctx.state;
    const { searchParams } = ctx.url;
    const filters = {
      q: searchParams.get("q")?.trim() || undefined,
      state: UserState.safeParse(searchParams.get("state")).data,
    };
    const cursor = searchParams.get("at") || undefined;
    const list = await core.oversight.users
      .list({ search: filters.q, state: filters.state, cursor, limit: SHOWN });
    // Whoever was on this page may have been deleted since.
    if (cursor && list.items.length === 0) {
      return ctx.redirect(listHref("/manage/users", filters));
    }
    return page({ list, filters, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, filters, now } = data;
  const words = t.manager.users;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/manage/users", { ...filters, at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(words.title)}</title>
      </Head>
      <PageHeader title={words.title} />
      <UserFilters filters={filters} words={words} states={t.common.states} />
      {list.items.length === 0
        ? (
          <EmptyState
            drawing="people"
            action={
              <ButtonLink kind="quiet" href="/manage/users">
                {words.showAll}
              </ButtonLink>
            }
          >
            {filters.q ? words.noneFound(filters.q) : words.noneSuch}
          </EmptyState>
        )
        : <WatchedUserTable users={list.items} words={words} now={now} />}
      <Pagination previous={at(list.previous)} next={at(list.next)} />
    </>
  );
});
