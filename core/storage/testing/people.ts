import { z } from "zod";
import { Collection } from "../collection.ts";
import type { Store } from "../store.ts";

const Person = z.object({
  id: z.string(),
  ownerId: z.string(),
  email: z.email(),
  name: z.string().min(1),
  dueAt: z.date().optional(),
});

/** What the tests keep: somebody who belongs to an owner. */
export type Person = z.infer<typeof Person>;

/** A collection with every kind of index. */
export function people(store: Store) {
  return new Collection(store, {
    name: "people",
    schema: Person,
    version: 1,
    scope: (person) => person.ownerId,
    indexes: {
      byEmail: { unique: true, key: (person) => [person.email] },
      byName: { key: (person) => [person.name] },
      byWord: {
        keys: (person) =>
          person.name.toLowerCase().split(" ").map((word) => [word]),
      },
      byDue: {
        global: true,
        key: (person) => person.dueAt && [person.dueAt.getTime()],
      },
    },
  });
}

/** A person of the owner "acme", with what matters to the test. */
export function person(id: string, rest: Partial<Person> = {}): Person {
  return {
    id,
    ownerId: "acme",
    email: `${id}@example.com`,
    name: `Person ${id}`,
    ...rest,
  };
}
