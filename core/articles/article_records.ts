import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { Article } from "./article.ts";
import { picturesIn } from "./markdown.ts";

/** How articles are kept: found by address, age, publication and words. */
export type ArticleRecords = ReturnType<typeof articleRecords>;

/** The collection of all articles. */
export function articleRecords(store: Store) {
  return new Collection(store, {
    name: "articles",
    schema: Article,
    version: 1,
    indexes: {
      bySlug: { unique: true, key: (article) => [article.slug] },
      byAge: { key: (article) => [article.createdAt.getTime()] },
      byPublication: {
        key: ({ publishedAt }) => publishedAt && [publishedAt.getTime()],
      },
      byPicture: { keys: byPicture },
      byWord: {
        keys: (article) =>
          indexedWords(wordsOfArticle(article))
            .map((word) => [word, article.createdAt.getTime()]),
      },
    },
  });
}

/** Each picture that readers see by the article, and since when. */
function byPicture(
  { pictureId, body, publishedAt }: Article,
): [string, number][] {
  if (!publishedAt) return [];
  const own = pictureId === undefined ? [] : [pictureId];
  return [...new Set([...own, ...picturesIn(body)])]
    .map((id) => [id, publishedAt.getTime()]);
}

/** The words that an article is found by. */
export function wordsOfArticle(
  { title, summary, slug }: Pick<Article, "title" | "summary" | "slug">,
): string[] {
  return wordsOf(title, slug, summary);
}
