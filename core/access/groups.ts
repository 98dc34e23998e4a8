import { Conflict, Invalid, NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import type { Actor, Audit } from "./audit.ts";
import {
  ADMINISTRATOR,
  ADMINISTRATOR_PERMISSIONS,
  Group,
  isBuiltIn,
} from "./group.ts";
import { looksOf } from "./look_alike.ts";
import type { Permission, Permissions } from "./permissions.ts";
import { renamedPermissions } from "./renamed_permissions.ts";

/** How long what another process changed may stay unseen, in milliseconds. */
const FRESH = 1_000;

/** What groups are made of. */
export interface GroupsOptions {
  store: Store;
  audit: Audit;
  /** How many users are in a group, up to a bound beyond which it says `more`. */
  countMembers(name: string): Promise<MemberCount>;
}

/** A number of users; `more` if the counting stopped there. */
interface MemberCount {
  count: number;
  more: boolean;
}

/** Who gives permissions, and the groups that they are in themselves. */
export type Giver = Actor & { groups: readonly string[] };

interface Known {
  at: number;
  groups: Map<string, readonly Permission[]>;
}

/** The groups, and what their members may do. */
export class Groups {
  readonly #options: GroupsOptions;
  readonly #records;
  #known: Known | undefined;
  #edits = 0;

  constructor(options: GroupsOptions) {
    this.#options = options;
    this.#records = new Collection<Group, "byName">(options.store, {
      name: "groups",
      schema: Group,
      version: 2,
      upgrades: { 1: renamedPermissions },
      id: (group) => group.name,
      indexes: {
        byName: { unique: true, key: ({ name }) => [name.toLowerCase()] },
      },
    });
  }

  /** All groups, by name. */
  async list(): Promise<Group[]> {
    const groups: Group[] = [];
    for await (const { record } of this.#records.iterate()) groups.push(record);
    return groups;
  }

  /** The group of a name, or `NotFound`. */
  async get(name: string): Promise<Group> {
    const group = await this.#records.find(name);
    if (!group) throw new NotFound("There is no such group.");
    return group;
  }

  /** Makes a group; `Invalid` if the name is taken. */
  async create(input: unknown, by: Giver): Promise<Group> {
    const group = parse(Group, input);
    return await this.#edit(async (tx) => {
      const key = [group.name.toLowerCase()];
      if (
        await this.#records.findBy("byName", key, tx) ||
        await this.#hasLookAlike(group.name)
      ) {
        throw new Invalid({ name: "There is a group of this name already." });
      }
      await this.#assertHolds(by, group.permissions, tx);
      this.#note(tx, { by, act: "group.created", group });
      return await this.#records.insert(group, tx);
    });
  }

  /** Sets what the members of a group may do. */
  async update(
    name: string,
    input: { permissions: readonly string[] },
    by: Giver,
  ): Promise<Group> {
    const group = parse(Group, { ...input, name });
    assertMendable(group);
    return await this.#edit(async (tx) => {
      const known = await this.#records.find(name, tx);
      if (!known) throw new NotFound("There is no such group.");
      const added = group.permissions
        .filter((each) => !known.permissions.includes(each));
      await this.#assertHolds(by, added, tx);
      this.#note(tx, { by, act: "group.changed", group });
      return await this.#records.update(name, () => group, tx);
    });
  }

  /** Removes a group; `Conflict` while somebody is in it. */
  async remove(name: string, by: Actor): Promise<void> {
    const group = await this.get(name);
    if (isBuiltIn(name)) {
      throw new Conflict(`The site itself needs the group ${name}.`);
    }
    const members = await this.#options.countMembers(name);
    if (members.count > 0) throw new Conflict(inUse(name, members));
    await this.#edit(async (tx) => {
      await this.#records.remove(name, tx);
      this.#note(tx, { by, act: "group.deleted", group });
    });
  }

  /** Sets what each of the groups may do, as a fixture says; others stay as they are. */
  async load(groups: readonly Group[]): Promise<void> {
    for (const group of groups) assertMendable(group);
    await this.#edit(async (tx) => {
      for (const group of groups) {
        const known = await this.#records.find(group.name, tx);
        if (!known) await this.#records.insert(group, tx);
        else await this.#records.update(group.name, () => group, tx);
      }
    });
  }

  /** Loads the groups that a new site begins with; a site that has groups keeps its own. */
  async loadFirst(groups: readonly Group[]): Promise<void> {
    if ((await this.#records.list({ limit: 1 })).items.length > 0) return;
    await this.load(groups);
  }

  /** Throws `Invalid` for a name that no group has, `Conflict` for a group that may do what the giver may not. */
  async assertGivable(
    names: readonly string[],
    by: Giver,
    tx: Transaction,
  ): Promise<void> {
    const given: Permission[] = [];
    for (const name of names) {
      const group = await this.#records.find(name, tx);
      if (!group) {
        throw new Invalid({ groups: `There is no group ${name} any more.` });
      }
      given.push(...group.permissions);
    }
    await this.#assertHolds(by, given, tx);
  }

  /** What a user may do now; what other processes change shows within a second. */
  async permissionsOf(
    { groups }: { groups: readonly string[] },
  ): Promise<Permissions> {
    const known = await this.#fresh();
    return new Set(groups.flatMap((name) => known.get(name) ?? []));
  }

  /** Administrators may give everything: some permissions are only for others to hold. */
  async #assertHolds(
    { groups }: Giver,
    permissions: readonly Permission[],
    tx: Transaction,
  ): Promise<void> {
    if (groups.includes(ADMINISTRATOR)) return;
    const held = new Set<Permission>();
    for (const name of groups) {
      const group = await this.#records.find(name, tx);
      for (const each of group?.permissions ?? []) held.add(each);
    }
    if (permissions.every((each) => held.has(each))) return;
    throw new Conflict(
      "You cannot give a permission that you do not hold yourself.",
    );
  }

  async #hasLookAlike(name: string): Promise<boolean> {
    const looks = looksOf(name);
    return (await this.list()).some((group) => looksOf(group.name) === looks);
  }

  async #fresh(): Promise<Known["groups"]> {
    const at = this.#options.store.now().getTime();
    if (this.#known && Math.abs(at - this.#known.at) < FRESH) {
      return this.#known.groups;
    }
    const edits = this.#edits;
    const entries = (await this.list()).map(({ name, permissions }) =>
      [name, permissions] as const
    );
    const groups = new Map(entries);
    // What was read before an edit ended must not outlive it.
    if (edits === this.#edits) this.#known = { at, groups };
    return groups;
  }

  async #edit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.#options.store.transact(work);
    } finally {
      this.#edits++;
      this.#known = undefined;
    }
  }

  #note(
    tx: Transaction,
    { by, act, group: { name, permissions } }: {
      by: Actor;
      act: "group.created" | "group.changed" | "group.deleted";
      group: Group;
    },
  ): void {
    this.#options.audit.write(tx, {
      by,
      act,
      on: { kind: "group", id: name, name },
      note: permissions.join(", "),
    });
  }
}

function assertMendable({ name, permissions }: Group): void {
  if (name !== ADMINISTRATOR) return;
  if (ADMINISTRATOR_PERMISSIONS.every((each) => permissions.includes(each))) {
    return;
  }
  throw new Conflict(
    "The administrator group keeps its permissions, or nobody could mend the site. " +
      "Make another group for those who are to do less.",
  );
}

function inUse(name: string, { count, more }: MemberCount): string {
  const users = count === 1 ? "1 user" : `${count} users`;
  const members = more ? `more than ${users}` : users;
  return `The group ${name} has ${members}. Take them out of it first.`;
}
