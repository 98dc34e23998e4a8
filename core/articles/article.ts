import { z } from "zod";
import { Language } from "../i18n/language.ts";
import { singleLine } from "../text.ts";

// In a record each character may take two bytes, and a record holds 64 KiB.
const MAX_BODY = 28_000;
const MAX_SUMMARY = 300;
const MAX_SLUG = 80;

/** The readable end of an article's address. */
export const Slug = z.string().trim().max(MAX_SLUG, {
  error: `Shorten the address to ${MAX_SLUG} characters.`,
}).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: "Use small latin letters, figures and single hyphens between them.",
});

/** What a person types to write or change an article. */
export const ArticleInput = z.object({
  title: singleLine("the title", 150),
  /** Made from the title where it is left out. */
  slug: Slug.optional(),
  summary: z.string().trim().max(MAX_SUMMARY, {
    error: `Shorten the summary to ${MAX_SUMMARY} characters.`,
  }).default(""),
  /** Markdown. */
  body: z.string().trim().min(1, { error: "Write the article." })
    .max(MAX_BODY, {
      error:
        `Shorten the article to ${MAX_BODY} characters, or make two of it.`,
    }),
  language: Language,
});
export type ArticleInput = z.infer<typeof ArticleInput>;

/** What is shown of an article that is still being typed, bounded as it is when it is kept. */
export const ArticleDraft = ArticleInput.pick({ body: true });

/** Who wrote an article, as they were called then. */
export const Author = z.object({
  /** The account, unless it came from elsewhere. */
  id: z.string().optional(),
  name: z.string(),
});
export type Author = z.infer<typeof Author>;

/** An article of the blog. */
export const Article = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  language: Language,
  pictureId: z.string().optional(),
  author: Author,
  /** Readers see it from here on, which may be still to come; a draft has none. */
  publishedAt: z.date().optional(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Article = z.infer<typeof Article>;

/** Where an article stands. */
export type ArticleState = "draft" | "scheduled" | "published";

/** Where an article stands at an instant. */
export function stateOf(
  { publishedAt }: Pick<Article, "publishedAt">,
  now: Date,
): ArticleState {
  if (!publishedAt) return "draft";
  return publishedAt > now ? "scheduled" : "published";
}
