import type { Context } from "fresh";
import type { State } from "./define.ts";
import { redirectWith } from "./redirect.ts";

/** Sends somebody to sign in, and from there to the page that was asked for. */
export function signInFirst(ctx: Context<State>): Response {
  const { req, url } = ctx;
  if (req.method === "GET" || req.method === "HEAD") {
    const next = encodeURIComponent(url.pathname + url.search);
    return ctx.redirect(`/sign-in?next=${next}`, 303);
  }
  return redirectWith(ctx, "/sign-in", {
    kind: "notice",
    text: ctx.state.t.account.signInFirst,
  });
}
