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
import { ClientTable } from "./(_parts)/ClientTable.tsx";

const COUNTED = 1_000;

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const clients = core.clients.of(user.id);
    const search = ctx.url.searchParams.get("q")?.trim() || undefined;
    const cursor = ctx.url.searchParams.get("at") || undefined;
    const list = await clients.list({ search, cursor });
    // Whoever was on this page may have been deleted since.
    if (cursor && list.items.length === 0) {
      return ctx.redirect(listHref("/clients", { q: search }));
    }
    const total = await clients.count();
    const found = await clients.count({ search, atMost: COUNTED });
    return page({ list, search, total, found, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, search, total, found, now } = data;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/clients", { q: search, at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(t.clients.title)}</title>
      </Head>
      <PageHeader
        title={t.clients.title}
        about={total > 0 && t.common.clients(total)}
        action={total > 0 && <Adding t={t} />}
      />
      {total === 0 ? <NoClients t={t} /> : (
        <>
          <div class="mb-4">
            <SearchForm
              label={t.clients.search}
              value={search}
              action="/clients"
            />
          </div>
          {list.items.length === 0
            ? <NoMatch search={search ?? ""} t={t} />
            : <ClientTable clients={list.items} now={now} t={t} />}
          <Pagination previous={at(list.previous)} next={at(list.next)}>
            {search && found.count > 0 &&
              t.clients.found(found.count, { search, more: found.more })}
          </Pagination>
        </>
      )}
    </>
  );
});

function Adding({ t }: { t: Catalogue }) {
  return (
    <>
      <ButtonLink kind="quiet" href="/clients/import" icon="upload">
        {t.clients.addSeveral}
      </ButtonLink>
      <ButtonLink href="/clients/new" icon="plus">{t.clients.add}</ButtonLink>
    </>
  );
}

function NoClients({ t }: { t: Catalogue }) {
  return (
    <EmptyState
      drawing="people"
      action={
        <div class="flex flex-wrap justify-center gap-3">
          <Adding t={t} />
        </div>
      }
    >
      {t.clients.none}
    </EmptyState>
  );
}

function NoMatch({ search, t }: { search: string; t: Catalogue }) {
  return (
    <EmptyState
      drawing="people"
      action={
        <ButtonLink kind="quiet" href="/clients">
          {t.clients.showAll}
        </ButtonLink>
      }
    >
      {t.clients.noMatch(search)}
    </EmptyState>
  );
}
