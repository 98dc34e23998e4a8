import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { Article } from "./article.ts";

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
      byWord: {
        keys: (article) =>
          indexedWords(wordsOfArticle(article))
            .map((word) => [word, article.createdAt.getTime()]),
      },
    },
  });
}

/** The words that an article is found by. */
export function wordsOfArticle(
  { title, summary, slug }: Pick<Article, "title" | "summary" | "slug">,
): string[] {
  return wordsOf(title, slug, summary);
}
