import type { Middleware } from "../page.ts";

/** Redirects so that every address ends with a slash, or none does. */
export function trailingSlashes<State>(
  mode: "always" | "never",
): Middleware<State> {
  return async (ctx) => {
    const { pathname, search } = ctx.url;
    if (pathname === "/" || pathname.endsWith("/") === (mode === "always")) {
      return await ctx.next();
    }
    const path = mode === "always"
      ? `${pathname}/`
      : pathname.replace(/\/+$/, "");
    return ctx.redirect(path + search, 308);
  };
}
