import { z } from "zod";
import { Permission } from "./permissions.ts";

/** The group that everybody who registers is put into. */
export const OWNER = "owner";
/** The group that mends the site: it keeps its permissions and at least one member. */
export const ADMINISTRATOR = "administrator";

const TOO_LONG = "Choose a name of at most 50 characters.";
/** With the spaces that go; to order the marks of letters takes long over long texts. */
const MAX_TYPED = 500;

/** The name of a group: a user is in a group by its name. */
export const GroupName = z.string({ error: "Name the group." })
  .max(MAX_TYPED, { error: TOO_LONG, abort: true })
  .transform((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
  .pipe(
    z.string()
      .min(1, { error: "Name the group." })
      .max(50, { error: TOO_LONG })
      // The name is a part of addresses, where other signs would have a meaning.
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u, {
        error: "Use letters, digits, spaces and hyphens only.",
      })
      // Some letters are drawn as nothing.
      .refine((name) => !/\p{Default_Ignorable_Code_Point}/u.test(name), {
        error: "Use letters, digits, spaces and hyphens only.",
      }),
  );

/** A group: its name, and what its members may do. */
export const Group = z.object({
  name: GroupName,
  permissions: z.array(Permission).transform(inOrder),
});
export type Group = z.infer<typeof Group>;

/** What the administrator group never loses; its members own mailings only if they are to. */
export const ADMINISTRATOR_PERMISSIONS: readonly Permission[] = Permission
  .options.filter((permission) => permission !== "mailings.own");

/** Whether the site itself leans on the group, so that it cannot be deleted. */
export function isBuiltIn(name: string): boolean {
  return name === OWNER || name === ADMINISTRATOR;
}

function inOrder(permissions: readonly Permission[]): Permission[] {
  return [...new Set(permissions)].sort();
}
