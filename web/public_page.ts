import { define } from "./define.ts";
import { FOR_EVERYBODY } from "./page_cache.ts";

/** Lets caches keep what is the same for all who are signed out; for the others it is their own. */
export const publicPage = define.middleware(async (ctx) => {
  const response = await ctx.next();
  if (response.headers.has("cache-control")) return response;
  const { user, flash } = ctx.state;
  const isForAll = !user && !flash && response.status === 200;
  response.headers.set(
    "cache-control",
    isForAll ? FOR_EVERYBODY : "private, no-store",
  );
  return response;
});
