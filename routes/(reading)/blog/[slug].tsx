import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Day } from "../../../components/Day.tsx";
import { Prose } from "../../../components/Prose.tsx";
import type { ReadArticle } from "../../../core/articles/reading.ts";
import { LOCALES } from "../../../core/i18n/language.ts";
import { define } from "../../../web/define.ts";
import { Neighbours } from "../(_parts)/Neighbours.tsx";
import { Sharing } from "../(_parts)/Sharing.tsx";
import { articlePath, picturePath } from "../(_parts)/teaser.ts";

export const handler = define.handlers({
  async GET({ params, url, state: { core: { articles }, pages } }) {
    const article = await articles.reading.article(params["slug"] ?? "");
    const count = () => articles.views.add(article.id);
    count();
    pages.onServed(url.pathname, count);
    const [views = 0] = await articles.views.of([article.id]);
    return page({ article, views });
  },
});

/** One article, to be read. */
export default define.page<typeof handler>(function ArticlePage(props) {
  const { data: { article, views }, state } = props;
  const { site, language, t: { blog, common } } = state;
  const { title, summary, picture, slug, publishedAt, updatedAt } = article;
  return (
    <article class="mx-auto max-w-article font-serif text-19">
      <Head>
        <title>{common.title(title)}</title>
      </Head>
      <Sharing
        title={title}
        description={summary}
        baseUrl={site.baseUrl}
        path={articlePath(slug)}
        type="article"
        locale={LOCALES[article.language].replace("-", "_")}
        picture={picture}
        publishedAt={publishedAt}
        updatedAt={updatedAt}
        thing={thingOf(article, site.baseUrl)}
      />
      <p class="font-sans text-15">
        <a href="/blog" class="text-mark underline-offset-4 hover:underline">
          {blog.title}
        </a>
      </p>
      <h1
        lang={article.language}
        class="mt-3 font-serif text-35 font-semibold tracking-tight [overflow-wrap:anywhere] [text-wrap:balance] sm:text-45"
      >
        {title}
      </h1>
      <p class="mt-5 flex flex-wrap gap-x-4 gap-y-1 border-b pb-6 font-sans text-15 text-faded">
        <span>{article.author.name}</span>
        <Day at={publishedAt} />
        <span>{blog.minutes(article.minutes)}</span>
        <span>{blog.views(views)}</span>
        {article.language !== language && (
          <span>{blog.written[article.language]}</span>
        )}
      </p>
      {picture && (
        <img
          src={picturePath(picture.id)}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          class="mt-8 h-auto w-full rounded border"
        />
      )}
      <div class="mt-8">
        <Prose lang={article.language} html={article.html} />
      </div>
      <Neighbours article={article} words={blog} />
    </article>
  );
});

function thingOf(article: ReadArticle, baseUrl: string): object {
  const { title, summary, picture, slug, author, language } = article;
  return {
    "@type": "BlogPosting",
    headline: title,
    description: summary,
    inLanguage: language,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    author: { "@type": "Person", name: author.name },
    publisher: { "@type": "Organization", name: "Sendoff", url: baseUrl },
    mainEntityOfPage: `${baseUrl}${articlePath(slug)}`,
    ...(picture && { image: `${baseUrl}${picturePath(picture.id)}` }),
  };
}
