import { z } from "zod";
import type { Cache, Recipe } from "../cache/cache.ts";
import { NotFound } from "../errors.ts";
import type { Language } from "../i18n/language.ts";
import type { ListOptions, Page, Store } from "../storage/mod.ts";
import { type Article, Author } from "./article.ts";
import { type ArticleRecords, articleRecords } from "./article_records.ts";
import {
  ArticleCard,
  cardOf,
  hasDate,
  minutesFor,
  type PublishedArticle,
} from "./card.ts";
import { picturesIn, renderMarkdown } from "./markdown.ts";
import type { Picture } from "./picture.ts";
import type { Pictures } from "./pictures.ts";
import { sampleOf } from "./sample.ts";

/** What the cache keeps for readers under. */
export const READING_AREA = "articles";

const SECOND = 1_000;
const LIFETIME = { fresh: 30 * SECOND, stale: 30 * SECOND };
/** With the times of finished pages and a CDN (`web/page_cache.ts`) no draw is shown for a minute. */
const DRAW_LIFETIME = { fresh: 10 * SECOND, stale: 10 * SECOND };
const ON_A_PAGE = 10;
/** Random articles come from among the newest so many. */
const DRAWN_FROM = 200;
const DRAWN = 3;
const MAX_SLUG = 200;

const Way = z.object({
  slug: z.string(),
  title: z.string(),
  language: ArticleCard.shape.language,
});

/** An article as its page shows it. */
export const ReadArticle = ArticleCard.extend({
  /** Safe markup. */
  html: z.string(),
  author: Author,
  /** The one published before. */
  previous: Way.optional(),
  /** The one published after. */
  next: Way.optional(),
});
export type ReadArticle = z.infer<typeof ReadArticle>;

const CardPage = z.object({
  items: z.array(ArticleCard),
  next: z.string().optional(),
  previous: z.string().optional(),
});
type CardPage = z.infer<typeof CardPage>;

/** What reading needs from the rest of the core. */
export interface ReadingOptions {
  store: Store;
  cache: Cache;
  pictures: Pictures;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** The published articles, as readers see them; what they were a moment ago comes from the cache. */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #records: ArticleRecords;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#records = articleRecords(options.store);
  }

  /** One page of the published articles, the newest first. */
  async page(cursor?: string): Promise<CardPage> {
    if (cursor !== undefined) return await this.#page(cursor);
    return await this.#cached("first page", CardPage, () => this.#page());
  }

  /** The published article of that address, or `NotFound`. */
  async article(slug: string): Promise<ReadArticle> {
    if (slug.length > MAX_SLUG) throw noSuchArticle();
    return await this.#cached(`article ${slug}`, ReadArticle, async () => {
      const article = await this.#records.findBy("bySlug", [slug]);
      if (!article || !hasDate(article) || article.publishedAt > this.#now) {
        throw noSuchArticle();
      }
      return await this.#read(article);
    });
  }

  /** Three articles by chance, drawn anew several times a minute: those in the reader's language first. */
  async random(language: Language): Promise<ArticleCard[]> {
    const { cache, random } = this.#options;
    return await cache.remember(
      { area: READING_AREA, key: `random ${language}` },
      {
        ...DRAW_LIFETIME,
        schema: z.array(ArticleCard),
        make: async () => {
          const { items } = await this.#newest(DRAWN_FROM);
          const own = items.filter((one) => one.language === language);
          const rest = items.filter((one) => one.language !== language);
          const drawn = sampleOf(own, DRAWN, random);
          drawn.push(...sampleOf(rest, DRAWN - drawn.length, random));
          return await this.#cards(drawn);
        },
      },
    );
  }

  /** The addresses of all published articles with their last change, the newest first. */
  async addresses(): Promise<{ slug: string; updatedAt: Date }[]> {
    const Address = z.object({ slug: z.string(), updatedAt: z.date() });
    return await this.#cached("addresses", z.array(Address), async () => {
      const found = [];
      const published = this.#records.iterate({ ...this.#range, batch: 20 });
      for await (const { record: { slug, updatedAt } } of published) {
        found.push({ slug, updatedAt });
      }
      return found;
    });
  }

  /** Whether a published article shows the picture of that id. */
  async shows(pictureId: string): Promise<boolean> {
    const { items } = await this.#records.list({
      index: "byPicture",
      prefix: [pictureId],
      to: [this.#now.getTime() + 1],
      limit: 1,
    });
    return items.length > 0;
  }

  async #page(cursor?: string): Promise<CardPage> {
    const { items, ...cursors } = await this.#newest(ON_A_PAGE, cursor);
    return { items: await this.#cards(items), ...cursors };
  }

  #newest(limit: number, cursor?: string): Promise<Page<Article>> {
    return this.#records.list({ ...this.#range, limit, cursor });
  }

  async #read(article: PublishedArticle): Promise<ReadArticle> {
    const { pictures } = this.#options;
    const shown = await Promise.all(
      picturesIn(article.body).map((id) => pictures.find(id)),
    );
    const sizes = new Map(
      shown.filter((picture) => picture !== undefined)
        .map((picture): [string, Picture] => [picture.id, picture]),
    );
    const { html, text } = renderMarkdown(article.body, sizes);
    const [card] = await this.#cards([article]);
    if (!card) throw noSuchArticle();
    return {
      ...card,
      html,
      minutes: minutesFor(text),
      author: article.author,
      ...await this.#neighbours(article),
    };
  }

  async #neighbours({ id, publishedAt }: PublishedArticle) {
    const at = publishedAt.getTime();
    const [previous, next] = await Promise.all([
      this.#after(id, { ...this.#range, to: [at + 1] }),
      this.#after(id, { ...this.#range, from: [at], reverse: false }),
    ]);
    return {
      ...(previous && { previous: Way.parse(previous) }),
      ...(next && { next: Way.parse(next) }),
    };
  }

  async #after(
    id: string,
    range: ListOptions<"byPublication">,
  ): Promise<Article | undefined> {
    let passed = false;
    for await (
      const { record } of this.#records.iterate({ ...range, batch: 2 })
    ) {
      if (passed) return record;
      passed = record.id === id;
    }
    return undefined;
  }

  async #cards(articles: readonly Article[]): Promise<ArticleCard[]> {
    const { pictures } = this.#options;
    return await Promise.all(
      articles.filter(hasDate).map(async (article) => {
        const { pictureId } = article;
        return cardOf(
          article,
          pictureId ? await pictures.find(pictureId) : undefined,
        );
      }),
    );
  }

  #cached<T>(
    key: string,
    schema: z.ZodType<T>,
    make: Recipe<T>["make"],
  ): Promise<T> {
    const { cache } = this.#options;
    return cache.remember({ area: READING_AREA, key }, {
      ...LIFETIME,
      schema,
      make,
    });
  }

  get #range() {
    return {
      index: "byPublication",
      to: [this.#now.getTime() + 1],
      reverse: true,
    } as const;
  }

  get #now(): Date {
    return this.#options.store.now();
  }
}

function noSuchArticle(): NotFound {
  return new NotFound("There is no such article.");
}
