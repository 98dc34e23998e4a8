import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { User, userState } from "./user.ts";

/** Where users are kept; an address belongs to at most one account that is not deleted. */
export function userCollection(store: Store) {
  return new Collection(store, {
    name: "users",
    schema: User,
    version: 1,
    indexes: {
      byEmail: {
        unique: true,
        key: (user) => user.deletedAt ? undefined : [user.email],
      },
      byArrival: {
        key: (user) => user.deletedAt ? undefined : [user.createdAt.getTime()],
      },
      byState: {
        key: (user) =>
          user.deletedAt
            ? undefined
            : [userState(user), user.createdAt.getTime()],
      },
      byWord: {
        keys: (user) =>
          user.deletedAt ? [] : indexedWords(wordsOfUser(user)).map((word) => [
            word,
            // The newest last, as by arrival.
            user.createdAt.getTime(),
          ]),
      },
      byGroup: {
        keys: (user) =>
          user.deletedAt ? [] : [...new Set(user.groups)].map((name) => [name]),
      },
      byDeletion: {
        key: (user) => user.deletedAt && [user.deletedAt.getTime()],
      },
    },
  });
}

/** The words that a user is found by. */
export function wordsOfUser({ name, email }: User): string[] {
  return wordsOf(name, email);
}

/** The collection of users. */
export type UserCollection = ReturnType<typeof userCollection>;
