import { App } from "fresh";
import { catalogueOf } from "../core/i18n/catalogue.ts";
import type { Log } from "../core/log.ts";
import type { Site, State } from "./define.ts";
import { languageOf } from "./language_cookie.ts";
import type { PageCache } from "./page_cache.ts";
import { refusalOf } from "./refusals.ts";
import { isForSite } from "./site_host.ts";

const POLICY = "content-security-policy";
const UPGRADE = /;? *upgrade-insecure-requests/;

const HEADERS: Record<string, string> = {
  // What says nothing of caches may be somebody's own, an error page above all.
  "cache-control": "no-store",
  [POLICY]: [
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

/** A browser that was here once asks for nothing but https, for a year. */
const HTTPS_ONLY = "max-age=31536000";

/** Pages speak the reader's language, errors too; caches have to tell readers apart. */
const PAGES_VARY = "Accept-Language, Cookie";

/** An app none of whose answers leaves without the headers that all need, errors and files included. */
export class SecureApp extends App<State> {
  readonly #pages: PageCache;
  readonly #site: Site;
  readonly #log: Log;

  constructor(pages: PageCache, { site, log }: { site: Site; log: Log }) {
    super();
    this.#pages = pages;
    this.#site = site;
    this.#log = log;
  }

  override handler(): ReturnType<App<State>["handler"]> {
    const handle = super.handler();
    const answer: typeof handle = (request, info) => {
      if (!isForSite(request, this.#site)) {
        return Promise.resolve(misdirected(request, this.#site));
      }
      const page = this.#pages.answer(request);
      if (page) return Promise.resolve(page);
      const make = async () =>
        secured(await handle(readable(request), info), this.#site);
      return this.#pages.keep(request, make);
    };
    return async (request, info) => {
      const response = await answer(request, info);
      const connection = connectionOf(info);
      const refusal = refusalOf({ request, response, connection }, this.#site);
      if (refusal !== undefined) this.#log.info(refusal);
      return response;
    };
  }
}

function connectionOf(info?: Deno.ServeHandlerInfo): string | undefined {
  const { remoteAddr } = info ?? {};
  return remoteAddr && "hostname" in remoteAddr
    ? remoteAddr.hostname
    : undefined;
}

function misdirected(request: Request, site: Site): Response {
  const { frame } = catalogueOf(languageOf(request, undefined));
  const sentence = `${frame.otherHost(site.baseUrl)}\n`;
  return secured(new Response(sentence, { status: 421 }), site);
}

/** A path that is no valid encoding stands for itself: routers would stumble over it. */
function readable(request: Request): Request {
  if (!request.url.includes("%")) return request;
  const url = new URL(request.url);
  try {
    decodeURI(url.pathname);
    return request;
  } catch {
    url.pathname = url.pathname.replaceAll("%", "%25");
    return new Request(url, request);
  }
}

function secured(response: Response, { baseUrl }: Site): Response {
  const headers = new Headers(response.headers);
  const policy = headers.get(POLICY);
  if (policy !== null && baseUrl.startsWith("http:")) {
    // Off this machine nothing would answer to https.
    headers.set(POLICY, policy.replace(UPGRADE, ""));
  }
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (headers.get("content-type")?.startsWith("text/html")) {
    headers.append("vary", PAGES_VARY);
  }
  if (baseUrl.startsWith("https:")) {
    headers.set("strict-transport-security", HTTPS_ONLY);
  }
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
