import { z } from "zod";

/** Everything that a group may be allowed beyond one's own profile. */
export const Permission = z.enum([
  "mailings.own",
  "mailings.view_any",
  "mailings.switch_off",
  "users.view",
  "users.block",
  "users.delete",
  "groups.manage",
  "articles.manage",
  "system.view",
], { error: "There is no such permission" });
export type Permission = z.infer<typeof Permission>;

/** Each permission in one sentence. */
export const PERMISSIONS: Readonly<Record<Permission, string>> = {
  "mailings.own":
    "Keeps clients, writes messages and sends mailings of their own.",
  "mailings.view_any": "Looks at everybody's mailings and changes none.",
  "mailings.switch_off": "Switches any mailing off, and on again.",
  "users.view": "Sees the list of users and each user's page.",
  "users.block": "Blocks users, and lets them in again.",
  "users.delete": "Deletes users with all that they own.",
  "groups.manage": "Makes groups, and puts users into them.",
  "articles.manage": "Writes and publishes the articles of the blog.",
  "system.view":
    "Sees the queue, the mail service and the journal of what was done.",
};

/** What one may do. */
export type Permissions = ReadonlySet<Permission>;

/** What somebody may do who is in no group, or has not signed in. */
export const NO_PERMISSIONS: Permissions = new Set();
