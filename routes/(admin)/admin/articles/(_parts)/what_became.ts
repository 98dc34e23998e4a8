import { type Article, stateOf } from "../../../../../core/articles/article.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** What became of an article that was saved. */
export function whatBecame(
  article: Article,
  { now, t }: { now: Date; t: Catalogue },
): string {
  const words = t.blog.desk;
  const told = {
    draft: words.created,
    scheduled: words.scheduled,
    published: words.published,
  };
  return told[stateOf(article, now)](article.title);
}
