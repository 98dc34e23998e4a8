import { ADMINISTRATOR } from "../access/group.ts";
import { Conflict, Forbidden } from "../errors.ts";
import type { Transaction } from "../storage/mod.ts";
import type { Accounts } from "./accounts.ts";
import { isActive, type User } from "./user.ts";

/** Throws `Forbidden` if somebody who is no administrator is about to act on one. */
export function assertMayActOn(
  by: Pick<User, "groups">,
  { groups }: Pick<User, "groups">,
): void {
  if (!groups.includes(ADMINISTRATOR) || by.groups.includes(ADMINISTRATOR)) {
    return;
  }
  throw new Forbidden("Only an administrator may do this to an administrator.");
}

/**
 * Throws `Conflict` if the site would be without an active administrator once the user is
 * deleted, blocked or taken out of the group. The one who remains is read in the
 * transaction, so that two administrators cannot take each other out at once.
 */
export async function assertAdministratorRemains(
  { users }: Pick<Accounts, "users">,
  user: User,
  tx: Transaction,
): Promise<void> {
  if (!user.groups.includes(ADMINISTRATOR) || !isActive(user)) return;
  const members = users.iterate({ index: "byGroup", prefix: [ADMINISTRATOR] });
  for await (const { record } of members) {
    if (record.id === user.id) continue;
    const other = await users.find(record.id, tx);
    if (other?.groups.includes(ADMINISTRATOR) && isActive(other)) return;
  }
  throw new Conflict(
    `${user.name} is the only administrator. Make somebody else one first.`,
  );
}
