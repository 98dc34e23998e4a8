import type { Store } from "../storage/mod.ts";
import { type ClientRecords, clientRecords } from "./client_records.ts";
import { OwnClients } from "./own_clients.ts";

/** What the clients' store needs from the rest of the core. */
export interface ClientsOptions {
  store: Store;
  /** The names of an owner's unfinished mailings in which a client was chosen. */
  usedIn: (ownerId: string, clientId: string) => Promise<string[]>;
}

/** The clients of all owners. */
export class Clients {
  readonly #options: ClientsOptions;
  readonly #records: ClientRecords;

  constructor(options: ClientsOptions) {
    this.#options = options;
    this.#records = clientRecords(options.store);
  }

  /** The clients of one owner, and nobody else's. */
  of(ownerId: string): OwnClients {
    const { store, usedIn } = this.#options;
    return new OwnClients({
      ownerId,
      store,
      records: this.#records.of(ownerId),
      usedIn: (clientId) => usedIn(ownerId, clientId),
    });
  }
}
