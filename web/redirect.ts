import type { Context } from "fresh";
import type { State } from "./define.ts";
import { leaveFlash, type LeftMessage } from "./flash.ts";

/** Goes on to a page after a form, and tells there what happened. */
export function redirectWith<S extends State>(
  ctx: Context<S>,
  path: string,
  message: LeftMessage,
): Response {
  const response = ctx.redirect(path, 303);
  leaveFlash(response.headers, ctx.state, message);
  return response;
}
