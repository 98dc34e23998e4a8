import { App } from "fresh";
import type { State } from "./define.ts";
import type { PageCache } from "./page_cache.ts";

const HEADERS: Record<string, string> = {
  // What says nothing of caches may be somebody's own, an error page above all.
  "cache-control": "no-store",
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Pages speak the reader's language, errors too; caches have to tell readers apart. */
const PAGES_VARY = "Accept-Language, Cookie";

/** An app none of whose answers leaves without the headers that all need, errors and files included. */
export class SecureApp extends App<State> {
  readonly #pages: PageCache;

  constructor(pages: PageCache) {
    super();
    this.#pages = pages;
  }

  override handler(): ReturnType<App<State>["handler"]> {
    const handle = super.handler();
    return (request, info) => {
      const page = this.#pages.answer(request);
      if (page) return Promise.resolve(page);
      const make = async () => secured(await handle(request, info));
      return this.#pages.keep(request, make);
    };
  }
}

function secured(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (headers.get("content-type")?.startsWith("text/html")) {
    headers.append("vary", PAGES_VARY);
  }
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
