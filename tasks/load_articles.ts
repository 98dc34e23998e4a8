import { z } from "zod";
import { ArticleInput } from "../core/articles/article.ts";
import type { Core } from "../core/core.ts";
import { Misuse } from "./command.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** An article as a fixture holds it. */
export const FixtureArticle = z.strictObject({
  ...ArticleInput.shape,
  slug: ArticleInput.shape.slug.unwrap(),
  /** How the author is called. */
  author: z.string().trim().min(1),
  /** How long ago it was published; a draft where it is left out. */
  daysAgo: z.number().min(0).optional(),
  picture: z.strictObject({
    /** A file of `fixtures/articles/`. */
    file: z.string().regex(/^[\w-]+\.(?:png|jpe?g|webp|avif)$/),
    alt: z.string().trim().min(1),
  }).optional(),
});
export type FixtureArticle = z.infer<typeof FixtureArticle>;

/** Adds the articles whose addresses are new; gives their number. */
export async function loadArticles(
  { articles, store }: Core,
  fixtures: readonly FixtureArticle[],
): Promise<number> {
  let added = 0;
  for (const { author, daysAgo, picture, ...input } of fixtures) {
    if (await articles.findBySlug(input.slug)) continue;
    const publishedAt = daysAgo === undefined
      ? undefined
      : new Date(store.now().getTime() - daysAgo * DAY);
    await articles.create(input, {
      author: { name: author },
      publishedAt,
      ...(picture && {
        picture: { bytes: await bytesOf(picture.file), alt: picture.alt },
      }),
    });
    added++;
  }
  return added;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(
      new URL(`../fixtures/articles/${file}`, import.meta.url),
    );
  } catch {
    throw new Misuse(`There is no picture fixtures/articles/${file}.`);
  }
}
