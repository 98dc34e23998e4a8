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
import { ArticleTable } from "./(_parts)/ArticleTable.tsx";

const HERE = "/admin/articles";
const STATES = ["draft", "scheduled", "published"] as const;

/** All articles, whatever their state. */
export const handler = defineOwner.handlers({
  async GET({ url, state: { core } }) {
    const search = url.searchParams.get("q")?.trim() || undefined;
    const cursor = url.searchParams.get("at") || undefined;
    const asked = url.searchParams.get("state");
    const state = STATES.find((known) => known === asked);
    const list = await core.articles.list({ search, state, cursor });
    const views = await core.articles.views.of(list.items.map(({ id }) => id));
    const articles = list.items
      .map((article, i) => ({ ...article, views: views[i] ?? 0 }));
    const { previous, next } = list;
    const now = core.store.now();
    return page({ articles, previous, next, search, state, now });
  },
});

/** The list of articles. */
export default defineOwner.page<typeof handler>(
  function ArticlesPage({ data, state: { t } }) {
    const { articles, search, state, now } = data;
    const words = t.blog.desk;
    const at = (cursor: string | undefined) =>
      cursor && listHref(HERE, { q: search, state, at: cursor });
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader title={words.title} action={<Writing t={t} />} />
        <FilterLinks
          label={words.states}
          links={[undefined, ...STATES].map((one) => ({
            href: listHref(HERE, { q: search, state: one }),
            label: one ? words.stateFilter[one] : words.all,
            current: one === state,
          }))}
        />
        <div class="mb-4">
          <SearchForm label={words.search} value={search} action={HERE}>
            {state && <input type="hidden" name="state" value={state} />}
          </SearchForm>
        </div>
        {articles.length > 0
          ? <ArticleTable articles={articles} now={now} t={t} />
          : (
            <EmptyState drawing="envelope">
              {search || state ? words.nothingFound : words.empty}
            </EmptyState>
          )}
        <Pagination previous={at(data.previous)} next={at(data.next)} />
      </>
    );
  },
);

function Writing({ t }: { t: Catalogue }) {
  return (
    <ButtonLink href={`${HERE}/new`} icon="plus">
      {t.blog.desk.write}
    </ButtonLink>
  );
}
