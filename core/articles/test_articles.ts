import { crc32, deflateSync } from "node:zlib";
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

/** A PNG of one colour, which packs to a few bytes however large it is shown. */
export function png(width = 4, height = 3): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // One bit a pixel, grey.
  head[8] = 1;
  const rows = new Uint8Array(height * (1 + Math.ceil(width / 8)));
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", head),
    ...chunk("IDAT", deflateSync(rows)),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Uint8Array.from([...new TextEncoder().encode(name), ...data]);
  const bytes = new Uint8Array(named.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(named, 4);
  view.setUint32(named.length + 4, crc32(named));
  return bytes;
}
