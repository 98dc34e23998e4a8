import type { Core } from "../../../../../core/core.ts";
import { NotFound } from "../../../../../core/errors.ts";
import type { User } from "../../../../../core/users/user.ts";

/** The user of an id out of an address; `NotFound` also for those who are deleted. */
export async function presentUser(
  core: Core,
  id: string | undefined,
): Promise<User> {
  const user = await core.users.find(id ?? "");
  if (!user || user.deletedAt) throw new NotFound("There is no such user.");
  return user;
}
