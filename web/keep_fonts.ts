import { define } from "./define.ts";

/** Fonts change with a release at most, and the letters of the last one do for a week. */
const A_WEEK = "public, max-age=604800, stale-while-revalidate=604800";

/** Lets browsers keep fonts: their addresses stand in the stylesheet and bear no build. */
export const keepFonts = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const isFont = ctx.url.pathname.startsWith("/fonts/");
  // What "not modified" says of keeping counts from then on.
  if (isFont && [200, 304].includes(response.status)) {
    response.headers.set("cache-control", A_WEEK);
  }
  return response;
});
