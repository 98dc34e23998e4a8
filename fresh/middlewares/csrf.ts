import type { Context } from "../context.ts";
import { HttpError } from "../errors.ts";
import type { Middleware } from "../page.ts";

/** Which other origins may send what changes something. */
export interface CsrfOptions<State> {
  origin?:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that another site made a browser send. What names neither its
 * origin nor its site comes from no browser of today, and passes.
 */
export function csrf<State>(
  { origin: allowed }: CsrfOptions<State> = {},
): Middleware<State> {
  function isAllowed(origin: string, ctx: Context<State>): boolean {
    if (allowed === undefined) return origin === ctx.url.origin;
    return typeof allowed === "function"
      ? allowed(origin, ctx)
      : [allowed].flat().includes(origin);
  }

  return async (ctx) => {
    const origin = ctx.req.headers.get("origin");
    const site = ctx.req.headers.get("sec-fetch-site");
    if (SAFE.has(ctx.req.method)) return await ctx.next();
    if (origin === null && site === null) return await ctx.next();
    if (site === "same-origin" || site === "none") return await ctx.next();
    if (origin !== null && isAllowed(origin, ctx)) return await ctx.next();
    throw new HttpError(403);
  };
}
