import { Cache } from "../cache/cache.ts";
import { withStore } from "../storage/testing/memory_store.ts";
import type { Store } from "../storage/mod.ts";
import type { Article, Author } from "./article.ts";
import { Articles } from "./articles.ts";

/** Who writes in tests. */
export const AUTHOR: Author = { id: "a1", name: "Ada Marsh" };

/** Articles over a store in memory, and their clock. */
export interface Blog {
  articles: Articles;
  cache: Cache;
  store: Store;
  /** Lets milliseconds pass. */
  pass(ms: number): void;
  /** Publishes an article under a title, now unless told. */
  publish(title: string, publishedAt?: Date): Promise<Article>;
}

/** Runs a test on a blog of its own. */
export async function withBlog(
  test: (blog: Blog) => Promise<void>,
): Promise<void> {
  await withStore(async ({ store, clock }) => {
    const cache = new Cache(store);
    const articles = new Articles({ store, cache, random: () => 0.5 });
    const blog: Blog = {
      articles,
      cache,
      store,
      pass: (ms) => void (clock.at = new Date(clock.at.getTime() + ms)),
      publish: (title, publishedAt = clock.at) =>
        articles.create(typed(title), { author: AUTHOR, publishedAt }),
    };
    await test(blog);
    await cache.idle();
  });
}

/** What a form would send for an article of that title. */
export function typed(title: string, fields: object = {}): object {
  return { title, body: "Some *words*.", language: "en", ...fields };
}

/** A PNG as small as can be: its head says how large it is shown. */
export function png(width = 4, height = 3): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.set([0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52], 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
