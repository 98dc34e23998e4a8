import { ADMINISTRATOR } from "../access/group.ts";
import { NotFound } from "../errors.ts";
import type { Accounts } from "./accounts.ts";
import { assertAdministratorRemains, assertMayActOn } from "./rank.ts";
import type { User } from "./user.ts";
import type { UserCollection } from "./user_collection.ts";

const COUNTED = 1_000;

/** A number of users; `more` if the counting stopped there. */
export interface MemberCount {
  count: number;
  more: boolean;
}

/** How many users are in a group; the counting stops at 1,000. */
export async function countMembers(
  users: UserCollection,
  group: string,
): Promise<MemberCount> {
  let count = 0;
  for await (const _ of users.iterate({ index: "byGroup", prefix: [group] })) {
    if (count === COUNTED) return { count, more: true };
    count++;
  }
  return { count, more: false };
}

/** Puts a user into these groups alone. */
export async function setGroups(
  accounts: Accounts,
  { id, groups, by }: { id: string; groups: readonly string[]; by: User },
): Promise<User> {
  const { store, users, audit, assertGroups } = accounts;
  const names = [...new Set(groups)].sort();
  return await store.transact(async (tx) => {
    const user = await users.find(id, tx);
    if (!user || user.deletedAt) throw new NotFound("There is no such user.");
    assertMayActOn(by, user);
    if (names.includes(ADMINISTRATOR)) assertMayActOn(by, { groups: names });
    else await assertAdministratorRemains(accounts, user, tx);
    const added = names.filter((name) => !user.groups.includes(name));
    await assertGroups({ names: added, by }, tx);
    audit.write(tx, {
      by,
      act: "user.groups_changed",
      on: { kind: "user", id, name: user.name },
      note: names.join(", ") || "—",
    });
    return await users.update(id, (old) => ({ ...old, groups: names }), tx);
  });
}
