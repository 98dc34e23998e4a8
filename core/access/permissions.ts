import { z } from "zod";

/** Everything that a group may be allowed beyond one's own profile: what its members do. */
export const PERMISSIONS = {
  "mailings.own":
    "Keep clients, write messages and send mailings of one's own.",
  "mailings.view_any": "Look at everybody's mailings, and change none.",
  "mailings.switch_off": "Switch any mailing off, and on again.",
  "users.view": "See the list of users and each user's page.",
  "users.block": "Block users, and let them in again.",
  "users.delete": "Delete users with all that they own.",
  "groups.manage": "Make groups, and put users into them.",
  "articles.manage": "Write and publish the articles of the blog.",
  "system.view":
    "See the queue, the mail service and the journal of what was done.",
} as const;

/** The name of a permission. */
export type Permission = keyof typeof PERMISSIONS;
export const Permission = z.enum(
  Object.keys(PERMISSIONS) as Permission[],
  { error: "There is no such permission" },
);

/** What one may do. */
export type Permissions = ReadonlySet<Permission>;

/** What somebody may do who is in no group, or has not signed in. */
export const NO_PERMISSIONS: Permissions = new Set();
