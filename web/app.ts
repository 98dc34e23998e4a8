import { type Context, csrf, staticFiles } from "fresh";
import { READING_AREA } from "../core/articles/reading.ts";
import type { Core } from "../core/core.ts";
import { define, type Site, type State } from "./define.ts";
import { EventStreams } from "./event_streams.ts";
import { failures } from "./failures.ts";
import { guard } from "./guard.ts";
import { identify } from "./identify.ts";
import { keepFonts } from "./keep_fonts.ts";
import { PageCache } from "./page_cache.ts";
import { SecureApp } from "./secure_app.ts";

/** The whole site over a core; routes come from the file tree. */
export function createApp(core: Core, site: Site): SecureApp {
  const pages = new PageCache({
    now: core.store.now,
    edits: () => core.cache.edits(READING_AREA),
  });
  const streams = new EventStreams();
  const provide = define.middleware((ctx) => {
    Object.assign(ctx.state, { core, site, pages, streams });
    return ctx.next();
  });
  const app = new SecureApp(pages, { site, log: core.log });
  const home = new URL(site.baseUrl).origin;
  // Behind a proxy the request's own address is not the one that people see.
  const isOurs = (origin: string, { url }: Context<State>) =>
    origin === home || origin === url.origin;
  const fromOurs = csrf<State>({ origin: isOurs });
  const checked = define.middleware((ctx) =>
    isByTokenAlone(ctx.url) ? ctx.next() : fromOurs(ctx)
  );
  app.use(keepFonts, staticFiles(), checked);
  app.use(provide, failures, identify, guard);
  return app.fsRoutes() as SecureApp;
}

/** Mail programs post to the link in a mail from anywhere: its token says who may. */
function isByTokenAlone({ pathname }: URL): boolean {
  return /^\/unsubscribe\/[^/]+$/.test(pathname);
}
