import { z } from "zod";
import { Group } from "./groups.ts";

/** Everything that a group may be allowed beyond one's own profile. */
export const Permission = z.enum([
  "clients.manage_own",
  "messages.manage_own",
  "mailings.manage_own",
  "mailings.view_any",
  "mailings.switch_off",
  "users.view",
  "users.block",
  "articles.manage",
  "groups.manage",
  "system.view",
], { error: "There is no such permission" });
export type Permission = z.infer<typeof Permission>;

/** What the members of a group may do. */
export const GroupPermissions = z.object({
  name: Group,
  permissions: z.array(Permission),
});
export type GroupPermissions = z.infer<typeof GroupPermissions>;
