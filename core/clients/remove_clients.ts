import { inGroups } from "../in_groups.ts";
import type { Store } from "../storage/mod.ts";
import type { Addresses } from "./addresses.ts";
import type { Client } from "./client.ts";
import type { ClientCounts } from "./client_counts.ts";
import type { ClientRecords } from "./client_records.ts";

// Each client that goes costs its transaction the check of an address; ten can be made.
const TOGETHER = 10;

/** Where the clients are, and who counts them. */
export interface RemovalOptions {
  store: Store;
  records: ReturnType<ClientRecords["of"]>;
  addresses: Addresses;
  counts: ClientCounts;
}

/** Removes all of an owner's clients, some in each transaction. */
export async function removeClients(options: RemovalOptions): Promise<void> {
  const all = options.records.iterate();
  for await (const together of inGroups(all, TOGETHER)) {
    await discard(together.map(({ record }) => record), options);
  }
  await options.counts.forget();
}

async function discard(
  clients: readonly Client[],
  { store, records, addresses, counts }: RemovalOptions,
): Promise<void> {
  await store.transact(async (tx) => {
    for (const client of clients) {
      records.discard(client, tx);
      await addresses.remove(client.email, tx);
      counts.gone(tx, client);
    }
  });
}
