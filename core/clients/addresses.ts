import { z } from "zod";
import {
  Collection,
  type CounterName,
  type Store,
  type Transaction,
} from "../storage/mod.ts";

const Address = z.object({
  email: z.string(),
  /** How many clients have it; each belongs to another owner. */
  clients: z.number().int().positive(),
});
type Address = z.infer<typeof Address>;

/** The counter of the addresses that clients have, each once however many owners know it. */
export const PEOPLE: CounterName = ["site", "people"];

/** The collection of all addresses that clients have. */
export function addressRecords(store: Store): Collection<Address> {
  return new Collection<Address>(store, {
    name: "addresses",
    schema: Address,
    version: 1,
    id: ({ email }) => email,
  });
}

/** Knows of each address how many clients have it; every change costs its transaction one check. */
export class Addresses {
  readonly #store: Store;
  readonly #records: Collection<Address>;

  constructor(store: Store) {
    this.#store = store;
    this.#records = addressRecords(store);
  }

  /** Notes that one more client has the address. */
  async add(email: string, tx: Transaction): Promise<void> {
    const known = await this.#records.find(email, tx);
    const clients = (known?.clients ?? 0) + 1;
    this.#records.put({ email, clients }, { previous: known }, tx);
    if (!known) this.#store.counters.add(tx, PEOPLE, 1);
  }

  /** Notes that one client less has the address; nothing happens to an address nobody knew. */
  async remove(email: string, tx: Transaction): Promise<void> {
    const known = await this.#records.find(email, tx);
    if (!known) return;
    if (known.clients > 1) {
      const clients = known.clients - 1;
      this.#records.put({ email, clients }, { previous: known }, tx);
      return;
    }
    this.#records.discard(known, tx);
    this.#store.counters.add(tx, PEOPLE, -1);
  }
}
