import { catalogueOf } from "../core/i18n/catalogue.ts";
import { define } from "./define.ts";
import { dropFlash, readFlash } from "./flash.ts";
import { languageOf } from "./language_cookie.ts";
import { sessionToken } from "./session_cookie.ts";

/** Finds out who is asking, and what the last request left to tell. */
export const identify = define.middleware(async (ctx) => {
  const { core, site } = ctx.state;
  const { headers, method } = ctx.req;
  const token = sessionToken(headers, site);
  const user = token ? await core.users.userOf(token) : undefined;
  if (user) ctx.state.user = user;
  ctx.state.language = languageOf(ctx.req, user);
  ctx.state.t = catalogueOf(ctx.state.language);
  const flash = method === "GET" ? readFlash(ctx) : undefined;
  if (!flash) return await ctx.next();
  ctx.state.flash = flash;
  const response = await ctx.next();
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  if (isPage) dropFlash(response.headers, site);
  return response;
});
