import type { Cache } from "../cache/cache.ts";
import { Invalid, NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import { Search } from "../search.ts";
import { newId, type Page, type Store, Taken } from "../storage/mod.ts";
import {
  type Article,
  ArticleInput,
  type ArticleState,
  type Author,
  stateOf,
} from "./article.ts";
import {
  type ArticleRecords,
  articleRecords,
  wordsOfArticle,
} from "./article_records.ts";
import { Pictures, type PictureUpload } from "./pictures.ts";
import { Reading, READING_AREA } from "./reading.ts";
import { slugOf } from "./slug.ts";
import { Views, type ViewsOptions } from "./views.ts";

/** What the articles need from the rest of the core. */
export interface ArticlesOptions extends ViewsOptions {
  cache: Cache;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** What comes with an article besides its text. */
export interface Attached {
  /** Another picture, other words for the one there is, or none from now on. */
  picture?: PictureUpload | { alt: string } | "none" | undefined;
  /** When readers see it; a draft where it is left out. */
  publishedAt?: Date | undefined;
}

/** Which articles are asked for, newest first. */
export interface ArticlesWanted {
  search?: string | undefined;
  state?: ArticleState | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The articles of the blog, for those who write them. */
export class Articles {
  readonly pictures: Pictures;
  readonly views: Views;
  /** What readers see: published articles, from the cache. */
  readonly reading: Reading;
  readonly #store: Store;
  readonly #cache: Cache;
  readonly #records: ArticleRecords;

  constructor({ store, cache, random, later }: ArticlesOptions) {
    this.#store = store;
    this.#cache = cache;
    this.#records = articleRecords(store);
    this.pictures = new Pictures(store);
    this.views = new Views({ store, later });
    const { pictures } = this;
    this.reading = new Reading({ store, cache, pictures, random });
  }

  /** Adds an article; `Invalid` says what is wrong with it. */
  async create(
    input: unknown,
    { author, picture, publishedAt }: Attached & { author: Author },
  ): Promise<Article> {
    const { slug, ...values } = parse(ArticleInput, input);
    if (slug) await this.#assertFree(slug);
    const pictureId = await this.#attach(undefined, picture);
    const now = this.#store.now();
    const article: Article = {
      id: newId(now),
      ...values,
      slug: slug ?? await this.#freeSlug(values.title),
      ...(pictureId !== undefined && { pictureId }),
      author,
      ...(publishedAt && { publishedAt }),
      createdAt: now,
      updatedAt: now,
    };
    return await this.#changed(this.#records.insert(article));
  }

  /** Changes an article; its address stays where none is given. */
  async update(
    id: string,
    input: unknown,
    { picture, publishedAt }: Attached,
  ): Promise<Article> {
    const { slug, ...values } = parse(ArticleInput, input);
    const before = await this.get(id);
    if (slug && slug !== before.slug) await this.#assertFree(slug);
    const pictureId = await this.#attach(before.pictureId, picture);
    const after = await this.#changed(this.#records.update(id, (article) => {
      const { pictureId: _, publishedAt: __, ...rest } = article;
      return {
        ...rest,
        ...values,
        slug: slug ?? article.slug,
        ...(pictureId !== undefined && { pictureId }),
        ...(publishedAt && { publishedAt }),
        updatedAt: this.#store.now(),
      };
    }));
    if (before.pictureId !== undefined && before.pictureId !== pictureId) {
      await this.pictures.remove(before.pictureId);
    }
    return after;
  }

  /** Shows an article to readers from an instant on: now unless told. */
  async publish(id: string, at = this.#store.now()): Promise<Article> {
    await this.get(id);
    return await this.#changed(
      this.#records.update(id, (article) => ({ ...article, publishedAt: at })),
    );
  }

  /** Makes a draft of an article again. */
  async unpublish(id: string): Promise<Article> {
    await this.get(id);
    return await this.#changed(
      this.#records.update(id, ({ publishedAt: _, ...rest }) => rest),
    );
  }

  /** Removes an article with its picture and its views. */
  async remove(id: string): Promise<void> {
    const { pictureId } = await this.get(id);
    await this.#changed(this.#records.remove(id));
    await this.views.forget(id);
    if (pictureId !== undefined) await this.pictures.remove(pictureId);
  }

  /** The article of that id, published or not, or `NotFound`. */
  async get(id: string): Promise<Article> {
    const article = await this.#records.find(id);
    if (!article) throw new NotFound("There is no such article.");
    return article;
  }

  /** The article of that address, published or not, if there is one. */
  findBySlug(slug: string): Promise<Article | undefined> {
    return this.#records.findBy("bySlug", [slug]);
  }

  /** One page of the articles, the newest first. */
  async list(
    { search: text, state, cursor, limit = 50 }: ArticlesWanted = {},
  ): Promise<Page<Article>> {
    const search = Search.from(text);
    const now = this.#store.now();
    const where = (article: Article) =>
      (!state || stateOf(article, now) === state) &&
      (!search || search.matches(wordsOfArticle(article)));
    return await this.#records.list({
      ...(search
        ? { index: "byWord", startsWith: search.lead }
        : { index: "byAge" }),
      ...((search || state) && { where }),
      reverse: true,
      cursor,
      limit,
    });
  }

  async #attach(
    current: string | undefined,
    picture: Attached["picture"],
  ): Promise<string | undefined> {
    if (picture === undefined) return current;
    if (picture === "none") return undefined;
    if ("bytes" in picture) return (await this.pictures.upload(picture)).id;
    if (current !== undefined) {
      await this.pictures.describe(current, picture.alt);
    }
    return current;
  }

  async #changed<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } catch (error) {
      // Somebody took the address between the question and the write.
      if (error instanceof Taken) throw addressTaken();
      throw error;
    } finally {
      await this.#cache.forget(READING_AREA);
    }
  }

  async #assertFree(slug: string): Promise<void> {
    if (await this.findBySlug(slug)) throw addressTaken();
  }

  async #freeSlug(title: string): Promise<string> {
    const slug = slugOf(title);
    for (let n = 1;; n++) {
      const candidate = n === 1 ? slug : `${slug}-${n}`;
      if (!await this.findBySlug(candidate)) return candidate;
    }
  }
}

function addressTaken(): Invalid {
  return new Invalid({
    slug: "Another article has this address. Choose another one.",
  });
}
