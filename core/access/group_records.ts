import { Collection, type Store } from "../storage/mod.ts";
import { GroupPermissions } from "./permissions.ts";

/** The groups and what their members may do, as an administrator or a fixture set it. */
export class Groups {
  readonly #store: Store;
  readonly #records: Collection<GroupPermissions>;

  constructor(store: Store) {
    this.#store = store;
    this.#records = new Collection<GroupPermissions>(store, {
      name: "groups",
      schema: GroupPermissions,
      version: 1,
      id: (group) => group.name,
    });
  }

  /** All groups, by name. */
  async list(): Promise<GroupPermissions[]> {
    const groups: GroupPermissions[] = [];
    for await (const { record } of this.#records.iterate()) groups.push(record);
    return groups;
  }

  /** Sets what each of the groups may do; others stay as they are. */
  async set(groups: readonly GroupPermissions[]): Promise<void> {
    await this.#store.transact((tx) => {
      for (const group of groups) this.#records.put(group, {}, tx);
    });
  }
}
