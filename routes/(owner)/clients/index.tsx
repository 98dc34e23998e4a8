import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../components/Button.tsx";
import { Count } from "../../../components/Count.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { SearchForm } from "../../../components/SearchForm.tsx";
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

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { list, search, total, found, now } = data;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/clients", { q: search, at: cursor });
  return (
    <>
      <Head>
        <title>Clients · Sendoff</title>
      </Head>
      <PageHeader
        title="Clients"
        about={total > 0 && <People count={total} />}
        action={total > 0 && <Adding />}
      />
      {total === 0 ? <NoClients /> : (
        <>
          <div class="mb-4">
            <SearchForm
              label="Name, e-mail or comment"
              value={search}
              action="/clients"
            />
          </div>
          {list.items.length === 0
            ? <NoMatch search={search ?? ""} />
            : (
              <ClientTable
                clients={list.items}
                now={now}
                zone={state.user.timeZone}
              />
            )}
          <Pagination previous={at(list.previous)} next={at(list.next)}>
            {search && found.count > 0 && (
              <>
                {found.more && "More than "}
                <People count={found.count} /> with “{search}”
              </>
            )}
          </Pagination>
        </>
      )}
    </>
  );
});

function People({ count }: { count: number }) {
  return (
    <span>
      <Count value={count} /> {count === 1 ? "client" : "clients"}
    </span>
  );
}

function Adding() {
  return (
    <>
      <ButtonLink kind="quiet" href="/clients/import" icon="upload">
        Add several
      </ButtonLink>
      <ButtonLink href="/clients/new" icon="plus">Add client</ButtonLink>
    </>
  );
}

function NoClients() {
  return (
    <EmptyState
      drawing="people"
      action={
        <div class="flex flex-wrap justify-center gap-3">
          <Adding />
        </div>
      }
    >
      Nobody is here yet. Add the people who are to get your mailings, one by
      one or as a list.
    </EmptyState>
  );
}

function NoMatch({ search }: { search: string }) {
  return (
    <EmptyState
      drawing="people"
      action={
        <ButtonLink kind="quiet" href="/clients">Show all clients</ButtonLink>
      }
    >
      No client has “{search}” in the name, the e-mail or the comment.
    </EmptyState>
  );
}
