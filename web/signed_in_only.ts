import { define } from "./define.ts";
import { signInFirst } from "./sign_in_first.ts";

/** Lets only those pass who have signed in. */
export const signedInOnly = define.middleware((ctx) =>
  ctx.state.user ? ctx.next() : signInFirst(ctx)
);
