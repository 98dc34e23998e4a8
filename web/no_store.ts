import { define } from "./define.ts";

/** Keeps answers out of every cache, unless a page says otherwise: they carry somebody's data. */
export const noStore = define.middleware(async (ctx) => {
  const response = await ctx.next();
  if (!response.headers.has("cache-control")) {
    response.headers.set("cache-control", "no-store");
  }
  return response;
});
