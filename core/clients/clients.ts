import type { Store } from "../storage/mod.ts";
import { type ClientRecords, clientRecords } from "./client_records.ts";
import { OwnClients } from "./own_clients.ts";
import { Suppressions } from "./suppressions.ts";

/** What the clients' store needs from the rest of the core. */
export interface ClientsOptions {
  store: Store;
  /** The names of an owner's unfinished mailings in which a client was chosen. */
  usedIn: (ownerId: string, clientId: string) => Promise<string[]>;
  /** A keyed name for a text, which tells nothing of it. */
  markOf: (purpose: string, text: string) => string;
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
    const suppressions = this.suppressionsOf(ownerId);
    return new OwnClients({
      ownerId,
      store,
      records: this.#records.of(ownerId),
      suppressions,
      usedIn: (clientId) => usedIn(ownerId, clientId),
    });
  }

  /** Whom an owner must not mail, whatever became of the clients. */
  suppressionsOf(ownerId: string): Suppressions {
    const { store, markOf } = this.#options;
    return new Suppressions({
      ownerId,
      store,
      markOf: (email) => markOf("address", JSON.stringify([ownerId, email])),
    });
  }
}
