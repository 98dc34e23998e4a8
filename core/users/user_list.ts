import { Search } from "../search.ts";
import type { Page } from "../storage/mod.ts";
import type { User } from "./user.ts";
import { type UserCollection, wordsOfUser } from "./user_collection.ts";

/** Which page of the users is asked for. */
export interface UsersPage {
  /** Each of its words has to begin a word of the name or the address. */
  search?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Users who are not deleted: the newest first, those found by a word in its order. */
export async function listUsers(
  users: UserCollection,
  { search: text, ...page }: UsersPage,
): Promise<Page<User>> {
  const search = Search.from(text);
  const sought = search
    ? {
      index: "byWord",
      startsWith: search.lead,
      where: (user: User) => search.matches(wordsOfUser(user)),
    } as const
    : { index: "byArrival" } as const;
  return await users.list({ ...sought, reverse: true, ...page });
}
