import { Collection, type Store } from "../storage/mod.ts";
import { User } from "./user.ts";

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
      byDeletion: {
        key: (user) => user.deletedAt && [user.deletedAt.getTime()],
      },
    },
  });
}

/** The collection of users. */
export type UserCollection = ReturnType<typeof userCollection>;
