import { z } from "zod";
import { Language } from "../i18n/language.ts";
import { Article } from "./article.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Picture } from "./picture.ts";

const EXCERPT = 200;
const WORDS_A_MINUTE = 180;

/** A picture as a page needs it. */
export const ShownPicture = z.object({
  id: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
});
export type ShownPicture = z.infer<typeof ShownPicture>;

/** An article as lists show it. */
export const ArticleCard = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  language: Language,
  picture: ShownPicture.optional(),
  publishedAt: z.date(),
  updatedAt: z.date(),
  /** How long reading it takes. */
  minutes: z.number(),
});
export type ArticleCard = z.infer<typeof ArticleCard>;

/** An article that was published, or is about to be. */
export type PublishedArticle = Article & { publishedAt: Date };

/** Whether an article has an instant of publication, past or to come. */
export function hasDate(article: Article): article is PublishedArticle {
  return article.publishedAt !== undefined;
}

/** What lists show of an article. */
export function cardOf(
  article: PublishedArticle,
  picture: Picture | undefined,
): ArticleCard {
  const { text } = renderMarkdown(article.body);
  const { id, slug, title, language, publishedAt, updatedAt } = article;
  return {
    id,
    slug,
    title,
    summary: article.summary || excerptOf(text),
    language,
    ...(picture && { picture: ShownPicture.parse(picture) }),
    publishedAt,
    updatedAt,
    minutes: minutesFor(text),
  };
}

/** How many minutes a text takes to read, at least one. */
export function minutesFor(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

function excerptOf(text: string): string {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(" ")))}…`;
}
