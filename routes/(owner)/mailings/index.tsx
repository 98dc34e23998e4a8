import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { FilterLinks } from "../../../components/FilterLinks.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { SearchForm } from "../../../components/SearchForm.tsx";
import type { Core } from "../../../core/core.ts";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import {
  type MailingSettings,
  MailingStatus,
  type ShownStatus,
} from "../../../core/mailings/mailing.ts";
import { defineOwner } from "../../../web/define.ts";
import { listHref } from "../../../web/list_href.ts";
import { SwitchedOffMailings } from "../(_parts)/SwitchedOffMailings.tsx";
import { MailingTable } from "./(_parts)/MailingTable.tsx";

const STATUSES: readonly ShownStatus[] = [
  ...MailingStatus.options,
  "switched off",
];

const SWITCHED_OFF = { status: "switched off", limit: 3 } as const;

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const { searchParams } = ctx.url;
    const search = searchParams.get("q")?.trim() || undefined;
    const asked = searchParams.get("status");
    const status = STATUSES.find((one) => one === asked);
    const cursor = searchParams.get("at") || undefined;
    const mailings = core.mailings.of(user.id);
    const list = await mailings.list({ search, status, cursor });
    // Whatever was on this page may have been deleted since.
    if (cursor && list.items.length === 0) {
      return ctx.redirect(listHref("/mailings", { q: search, status }));
    }
    const subjects = await subjectsOf(list.items, { core, ownerId: user.id });
    const total = await mailings.count();
    const switchedOff = await mailings.list(SWITCHED_OFF);
    const now = core.store.now();
    return page({ list, subjects, search, status, total, switchedOff, now });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, subjects, search, status, total, now } = data;
  const at = (cursor: string | undefined) =>
    cursor && listHref("/mailings", { q: search, status, at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(t.mailings.title)}</title>
      </Head>
      <PageHeader
        title={t.mailings.title}
        action={total > 0 && <NewMailing t={t} />}
      />
      {total === 0
        ? (
          <EmptyState drawing="calendar" action={<NewMailing t={t} />}>
            {t.mailings.none}
          </EmptyState>
        )
        : (
          <>
            <SwitchedOffMailings
              mailings={data.switchedOff}
              now={now}
              words={t.manager.told}
            />
            <Filters search={search} status={status} t={t} />
            {list.items.length === 0
              ? <NoMatch search={search} t={t} />
              : (
                <MailingTable
                  mailings={list.items}
                  subjects={subjects}
                  now={now}
                  t={t}
                />
              )}
            <Pagination previous={at(list.previous)} next={at(list.next)} />
          </>
        )}
    </>
  );
});

function NewMailing({ t }: { t: Catalogue }) {
  return (
    <ButtonLink href="/mailings/new" icon="plus">{t.mailings.new}</ButtonLink>
  );
}

function Filters(
  { search, status, t }: {
    search: string | undefined;
    status: ShownStatus | undefined;
    t: Catalogue;
  },
) {
  const link = (one: ShownStatus | undefined, label: string) => ({
    href: listHref("/mailings", { q: search, status: one }),
    label,
    current: one === status,
  });
  return (
    <>
      <FilterLinks
        label={t.mailings.byStatus}
        links={[
          link(undefined, t.mailings.all),
          ...STATUSES.map((one) => link(one, t.mailings.filters[one])),
        ]}
      />
      <div class="mb-4">
        <SearchForm
          label={t.mailings.search}
          value={search}
          action="/mailings"
        >
          {status && <input type="hidden" name="status" value={status} />}
        </SearchForm>
      </div>
    </>
  );
}

function NoMatch(
  { search, t }: { search: string | undefined; t: Catalogue },
) {
  return (
    <EmptyState
      drawing="calendar"
      action={
        <ButtonLink kind="quiet" href="/mailings">
          {t.mailings.showAll}
        </ButtonLink>
      }
    >
      {search ? t.mailings.noMatch(search) : t.mailings.noneInState}
    </EmptyState>
  );
}

async function subjectsOf(
  mailings: readonly MailingSettings[],
  { core, ownerId }: { core: Core; ownerId: string },
): Promise<Map<string, string>> {
  const ids = new Set(mailings.flatMap(({ textId }) => textId ?? []));
  const messages = core.messages.of(ownerId);
  const found = await Promise.all([...ids].map((id) => messages.find(id)));
  return new Map(
    found.flatMap((text) => text ? [[text.id, text.subject] as const] : []),
  );
}
