import { page } from "fresh";
import { Head } from "fresh/runtime";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { lookUpMailings } from "../../(_parts)/mailing_list.ts";
import { MailingFilters } from "../../(_parts)/MailingFilters.tsx";
import { NoMailings } from "../../(_parts)/NoMailings.tsx";
import { WatchedMailingTable } from "../../(_parts)/WatchedMailingTable.tsx";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { asked, ...view } = await lookUpMailings(ctx.state.core, ctx.url);
    const { at, ...filters } = asked;
    // Whatever was on this page may have been deleted since.
    if (at && view.list.items.length === 0) {
      return ctx.redirect(listHref("/manage/mailings", filters));
    }
    const [owner, other] = view.owners;
    // Where one owner is meant and no mailing, theirs are what was sought.
    if (owner && !other && view.list.items.length === 0) {
      const { status } = filters;
      return ctx.redirect(
        listHref("/manage/mailings", { status, owner: owner.id }),
      );
    }
    return page({ ...view, filters, now: ctx.state.core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, total, filters, now } = data;
  const words = t.manager.mailings;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/manage/mailings", { ...filters, at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(words.title)}</title>
      </Head>
      <PageHeader title={words.title} about={t.common.mailings(total)} />
      {total === 0
        ? <EmptyState drawing="calendar">{words.none}</EmptyState>
        : (
          <>
            <MailingFilters
              {...data}
              words={words}
              states={t.mailings.filters}
            />
            {list.items.length === 0
              ? <NoMailings search={filters.q} words={words} />
              : <WatchedMailingTable mailings={list.items} now={now} t={t} />}
            <Pagination previous={at(list.previous)} next={at(list.next)} />
          </>
        )}
    </>
  );
});
