import { Search } from "../search.ts";
import type { Page } from "../storage/mod.ts";
import { type User, type UserState, userState } from "./user.ts";
import { type UserCollection, wordsOfUser } from "./user_collection.ts";

/** Which page of the users is asked for. */
export interface UsersPage {
  /** Each of its words has to begin a word of the name or the address. */
  search?: string | undefined;
  state?: UserState | undefined;
  /** Only those in the group, whatever else is asked for. */
  group?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Users who are not deleted: the newest first, those found by a word in its order. */
export async function listUsers(
  users: UserCollection,
  { search, state, group, ...page }: UsersPage,
): Promise<Page<User>> {
  const sought = group === undefined
    ? wanted(search, state)
    : { index: "byGroup", prefix: [group] } as const;
  return await users.list({ ...sought, reverse: true, ...page });
}

function wanted(text: string | undefined, state: UserState | undefined) {
  const search = Search.from(text);
  if (search) {
    return {
      index: "byWord",
      startsWith: search.lead,
      where: (user: User) =>
        search.matches(wordsOfUser(user)) &&
        (state === undefined || userState(user) === state),
    } as const;
  }
  if (state) return { index: "byState", prefix: [state] } as const;
  return { index: "byArrival" } as const;
}
