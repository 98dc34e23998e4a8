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

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { list, search, total, now } = data;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/messages", { q: search, at: cursor });
  return (
    <>
      <Head>
        <title>Messages · Sendoff</title>
      </Head>
      <PageHeader
        title="Messages"
        about={total > 0 && (
          <span>
            <Count value={total} /> {total === 1 ? "message" : "messages"}
          </span>
        )}
        action={total > 0 && <Writing />}
      />
      {total === 0 ? <NoMessages /> : (
        <>
          <div class="mb-4">
            <SearchForm label="Subject" value={search} action="/messages" />
          </div>
          {list.items.length === 0
            ? <NoMatch search={search ?? ""} />
            : (
              <MessageTable
                messages={list.items}
                now={now}
                zone={state.user.timeZone}
              />
            )}
          <Pagination previous={at(list.previous)} next={at(list.next)} />
        </>
      )}
    </>
  );
});

function Writing() {
  return (
    <ButtonLink href="/messages/new" icon="plus">
      Write message
    </ButtonLink>
  );
}

function NoMessages() {
  return (
    <EmptyState drawing="envelope" action={<Writing />}>
      Nothing is written yet. A message is what your clients will read; a
      mailing sends it to them.
    </EmptyState>
  );
}

function NoMatch({ search }: { search: string }) {
  return (
    <EmptyState
      drawing="envelope"
      action={
        <ButtonLink kind="quiet" href="/messages">Show all messages</ButtonLink>
      }
    >
      No message has “{search}” in its subject.
    </EmptyState>
  );
}
