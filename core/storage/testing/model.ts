import type { Key, KeyPart } from "../keys.ts";
import type { Person } from "./people.ts";

/** What the tests' own bookkeeping holds: people by `scope/id`. */
export type Model = Map<string, Person>;

/** The name under which the bookkeeping holds a person. */
export function placeOf({ ownerId, id }: Person): string {
  return `${ownerId}/${id}`;
}

/** Every key and value that the store must hold for these people, written out by hand. */
export function expectedEntries(model: Model): [Key, unknown][] {
  const entries: [Key, unknown][] = [];
  for (const person of model.values()) {
    const { ownerId, id, email, name, dueAt } = person;
    const pointer = [ownerId, id];
    entries.push([["people", ownerId, id], { v: 1, r: person }]);
    entries.push([["people/byEmail", ownerId, email], pointer]);
    entries.push([["people/byName", ownerId, name, id], pointer]);
    for (const word of new Set(name.toLowerCase().split(" "))) {
      entries.push([["people/byWord", ownerId, word, id], pointer]);
    }
    if (dueAt) {
      entries.push([["people/byDue", dueAt.getTime(), ownerId, id], pointer]);
    }
  }
  return entries;
}

/** The people of one owner in the order of what `key` gives, then of their ids. */
export function inOrder(
  model: Model,
  ownerId: string,
  key: (person: Person) => KeyPart,
): Person[] {
  const own = [...model.values()].filter((person) =>
    person.ownerId === ownerId
  );
  return own.sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}

function compare(a: KeyPart, b: KeyPart): number {
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
