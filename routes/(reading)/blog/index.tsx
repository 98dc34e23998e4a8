import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ArticleTeaser } from "../../../components/ArticleTeaser.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { LOCALES } from "../../../core/i18n/language.ts";
import { define } from "../../../web/define.ts";
import { listHref } from "../../../web/list_href.ts";
import { Sharing } from "../(_parts)/Sharing.tsx";
import { teaserOf } from "../(_parts)/teaser.ts";

export const handler = define.handlers({
  async GET({ url, state: { core } }) {
    const cursor = url.searchParams.get("page") ?? undefined;
    return page(await core.articles.reading.page(cursor));
  },
});

/** The published articles, the newest first. */
export default define.page<typeof handler>(function BlogPage(props) {
  const { data: { items, next, previous }, state, url } = props;
  const { site, language, t: { blog, common } } = state;
  const hrefOf = (cursor: string | undefined) =>
    cursor && listHref("/blog", { page: cursor });
  return (
    <div class="mx-auto max-w-[860px]">
      <Head>
        <title>{common.title(blog.title)}</title>
      </Head>
      <Sharing
        title={common.title(blog.title)}
        description={blog.about}
        baseUrl={site.baseUrl}
        path={url.pathname + url.search}
        type="website"
        locale={LOCALES[language].replace("-", "_")}
      />
      <header class="border-b pb-8">
        <h1 class="font-serif text-35 font-semibold tracking-tight sm:text-45">
          {blog.title}
        </h1>
        <p class="mt-3 flex flex-wrap justify-between gap-x-6 gap-y-2 text-17 text-faded">
          <span>{blog.about}</span>
          <a
            href="/blog/feed.xml"
            class="text-15 text-mark underline-offset-4 hover:underline"
          >
            {blog.feed}
          </a>
        </p>
      </header>
      {items.length === 0
        ? (
          <div class="mt-10">
            <EmptyState drawing="envelope">{blog.empty}</EmptyState>
          </div>
        )
        : (
          <ul class="divide-y">
            {items.map((card) => (
              <li key={card.id} class="py-9">
                <ArticleTeaser {...teaserOf(card, state)} />
              </li>
            ))}
          </ul>
        )}
      <Pagination
        previous={hrefOf(previous)}
        next={hrefOf(next)}
      />
    </div>
  );
});
