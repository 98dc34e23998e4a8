import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { Client } from "./client.ts";

/** How clients are kept: each owner's apart, found by address, name and words. */
export type ClientRecords = ReturnType<typeof clientRecords>;

/** The collection of all clients. */
export function clientRecords(store: Store) {
  return new Collection(store, {
    name: "clients",
    schema: Client,
    version: 1,
    scope: (client) => client.ownerId,
    indexes: {
      byEmail: { unique: true, key: (client) => [client.email] },
      byName: { key: (client) => [sortKey(client.name), client.email] },
      byWord: {
        keys: (client) =>
          indexedWords(wordsOfClient(client)).map((word) => [
            word,
            sortKey(client.name).slice(0, 24),
          ]),
      },
    },
  });
}

/** The words a client is found by. */
export function wordsOfClient({ name, email, comment }: Client): string[] {
  return wordsOf(name, email, comment);
}

// A name of 200 characters can grow when it is normalised; the key has to stay short.
function sortKey(name: string): string {
  return name.normalize("NFC").toLowerCase().slice(0, 200);
}
