import type { TeaserProps } from "../../../components/ArticleTeaser.tsx";
import type { ArticleCard, ShownPicture } from "../../../core/articles/card.ts";
import type { State } from "../../../web/define.ts";

/** What a list shows of an article to this reader. */
export function teaserOf(
  card: ArticleCard,
  { t: { blog }, language }: Pick<State, "t" | "language">,
): TeaserProps {
  const { slug, title, summary, publishedAt, picture, minutes } = card;
  const foreign = card.language === language
    ? []
    : [blog.written[card.language]];
  return {
    href: articlePath(slug),
    title,
    summary,
    lang: card.language,
    publishedAt,
    ...(picture && { picture: pictureOf(picture) }),
    facts: [blog.minutes(minutes), ...foreign],
  };
}

/** A picture with its address. */
export function pictureOf({ id, alt, width, height }: ShownPicture) {
  return { href: picturePath(id), alt, width, height };
}

/** The path of an article's page. */
export function articlePath(slug: string): string {
  return `/blog/${slug}`;
}

/** The path of a picture. */
export function picturePath(id: string): string {
  return `/pictures/${id}`;
}
