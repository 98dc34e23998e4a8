import { createHash } from "node:crypto";
import { BoundedMap } from "../core/cache/bounded_map.ts";
import type { Language } from "../core/i18n/language.ts";
import { languageOf } from "./language_cookie.ts";

/** For how long a finished page is given out again, in milliseconds. */
const FRESH_MS = 10_000;
/** For how long the others get the old page while one request makes the next. */
const RENEWAL_MS = 2_000;
const AT_MOST = 300;

/** What a CDN may do with a page that is the same for all who are signed out. */
export const FOR_EVERYBODY =
  "public, max-age=0, s-maxage=20, stale-while-revalidate=5";

/** What pages are kept by. */
export interface PageCacheOptions {
  now: () => Date;
  /** Another number once what pages show was edited here. */
  edits: () => number;
}

interface KeptPage {
  /** Copied for everybody who asks: far quicker than headers that are checked anew each time. */
  whole: Response;
  unchanged: Response;
  etag: string;
  edits: number;
  freshUntil: number;
}

/** The finished bytes of public pages, by path and language, for those who are signed out. */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages = new BoundedMap<string, KeptPage>(AT_MOST);
  readonly #served = new BoundedMap<string, () => void>(AT_MOST);

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Has something done each time the page at a path is given out again. */
  onServed(path: string, work: () => void): void {
    this.#served.set(path, work);
  }

  /** The page that was kept, if there is one and it is still right. */
  answer(request: Request): Response | undefined {
    const path = pathOf(request.url);
    const key = keyOf(request, path);
    const page = key === undefined ? undefined : this.#pages.get(key);
    if (!page || page.edits !== this.#options.edits()) return undefined;
    const now = this.#options.now().getTime();
    if (page.freshUntil <= now) {
      // One request makes the next page; the others are not kept waiting for it.
      page.freshUntil = now + RENEWAL_MS;
      return undefined;
    }
    this.#served.get(path)?.();
    return answerWith(page, request);
  }

  /** Makes a page; gives one for everybody its tag, keeps it, and answers with it or says that it did not change. */
  async keep(
    request: Request,
    make: () => Response | Promise<Response>,
  ): Promise<Response> {
    // An edit that comes while the page is made may not be in it yet.
    const edits = this.#options.edits();
    const response = await make();
    if (!isForEverybody(request, response)) return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const digest = createHash("sha256").update(withoutNonces(body))
      .digest("base64url");
    const etag = `"${digest.slice(0, 22)}"`;
    const headers: [string, string][] = [...response.headers, ["etag", etag]];
    const freshUntil = this.#options.now().getTime() + FRESH_MS;
    const page = {
      whole: new Response(body, { headers }),
      unchanged: new Response(null, { status: 304, headers }),
      etag,
      edits,
      freshUntil,
    };
    const key = keyOf(request, pathOf(request.url));
    if (key !== undefined) this.#pages.set(key, page);
    return answerWith(page, request);
  }
}

/** What a page says: its nonces are new each time. */
function withoutNonces(body: Uint8Array): string {
  return new TextDecoder().decode(body).replaceAll(/ nonce="[^"]*"/g, "");
}

function isForEverybody({ method }: Request, response: Response): boolean {
  return method === "GET" && response.status === 200 &&
    response.headers.get("cache-control") === FOR_EVERYBODY &&
    !response.headers.has("set-cookie");
}

function answerWith(
  { whole, unchanged, etag }: KeptPage,
  { headers }: Request,
): Response {
  const known = headers.get("if-none-match");
  const isKnown = known !== null && knows(known, etag);
  return (isKnown ? unchanged : whole).clone();
}

function knows(known: string, etag: string): boolean {
  // A proxy that compresses makes the tag a weak one.
  return known.split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** What a page is kept under; undefined where the answer may be somebody's own. */
function keyOf(request: Request, path: string): string | undefined {
  if (request.method !== "GET") return undefined;
  const cookies = request.headers.get("cookie");
  if (cookies !== null && !/^language=\w+$/.test(cookies)) return undefined;
  // Anybody can think of any number of queries.
  if (path.includes("?")) return undefined;
  return `${visitorLanguage(request, cookies)} ${path}`;
}

const languages = new BoundedMap<string, Language>(AT_MOST);

/** The language of somebody who is not signed in; the wishes of browsers are few. */
function visitorLanguage(request: Request, cookies: string | null): Language {
  const wish = `${cookies} ${request.headers.get("accept-language")}`;
  const known = languages.get(wish);
  if (known) return known;
  const language = languageOf(request, undefined);
  languages.set(wish, language);
  return language;
}

function pathOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}
