import type { Context } from "fresh";
import { NO_PERMISSIONS } from "../core/access/permissions.ts";
import { Forbidden, NotFound } from "../core/errors.ts";
import { isPermission, type Need, needOf, routeAt } from "./access_table.ts";
import { define, type State } from "./define.ts";
import { mailboxAccess } from "./mailbox_access.ts";
import { startOf } from "./menu.ts";
import { signInFirst } from "./sign_in_first.ts";

/**
 * Lets a request pass if the table says so, whatever folder its route lies in: those signed
 * out go to sign in, those who lack the permission are told so. It stands before all routes.
 */
export const guard = define.middleware(async (ctx) => {
  const { core, user } = ctx.state;
  ctx.state.permissions = NO_PERMISSIONS;
  if (user) ctx.state.permissions = await core.groups.permissionsOf(user);
  const route = ctx.route ?? routeAt(ctx.url.pathname);
  // Nothing is served there: the site's own page says so.
  if (route === undefined) return await ctx.next();
  const need = needOf(ctx.req.method, route);
  if (need === undefined) throw new NotFound("There is no such page.");
  return await admit(ctx, need);
});

async function admit(ctx: Context<State>, need: Need): Promise<Response> {
  const { user, permissions, t } = ctx.state;
  if (need === "anyone") return await ctx.next();
  if (need === "mailbox") return await mailboxAccess(ctx);
  if (!user) return signInFirst(ctx);
  if (!isPermission(need) || permissions.has(need)) return await ctx.next();
  // Whoever signs in is sent to the overview; those without one go on to what they have.
  if (ctx.route === "/overview") return ctx.redirect(startOf(ctx.state), 303);
  throw new Forbidden(t.admin.forbidden(t.admin.permissions[need].name));
}
