import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { SearchForm } from "../../../components/SearchForm.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../web/define.ts";
import { listHref } from "../../../web/list_href.ts";
import { MessageTable } from "./(_parts)/MessageTable.tsx";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const messages = core.messages.of(user.id);
    const search = ctx.url.searchParams.get("q")?.trim() || undefined;
    const cursor = ctx.url.searchParams.get("at") || undefined;
    const list = await messages.list({ search, cursor });
    // Whatever was on this page may have been deleted since.
    if (cursor && list.items.length === 0) {
      return ctx.redirect(listHref("/messages", { q: search }));
    }
    const total = await messages.count();
    return page({ list, search, total, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, search, total, now } = data;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/messages", { q: search, at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(t.messages.title)}</title>
      </Head>
      <PageHeader
        title={t.messages.title}
        about={total > 0 && t.common.messages(total)}
        action={total > 0 && <Writing t={t} />}
      />
      {total === 0 ? <NoMessages t={t} /> : (
        <>
          <div class="mb-4">
            <SearchForm
              label={t.messages.search}
              value={search}
              action="/messages"
            />
          </div>
          {list.items.length === 0
            ? <NoMatch search={search ?? ""} t={t} />
            : <MessageTable messages={list.items} now={now} t={t} />}
          <Pagination previous={at(list.previous)} next={at(list.next)} />
        </>
      )}
    </>
  );
});

function Writing({ t }: { t: Catalogue }) {
  return (
    <ButtonLink href="/messages/new" icon="plus">
      {t.messages.write}
    </ButtonLink>
  );
}

function NoMessages({ t }: { t: Catalogue }) {
  return (
    <EmptyState drawing="envelope" action={<Writing t={t} />}>
      {t.messages.none}
    </EmptyState>
  );
}

function NoMatch({ search, t }: { search: string; t: Catalogue }) {
  return (
    <EmptyState
      drawing="envelope"
      action={
        <ButtonLink kind="quiet" href="/messages">
          {t.messages.showAll}
        </ButtonLink>
      }
    >
      {t.messages.noMatch(search)}
    </EmptyState>
  );
}
