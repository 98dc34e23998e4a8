import type { Store } from "../storage/mod.ts";
import type { Addresses } from "./addresses.ts";
import type { Client } from "./client.ts";
import type { ClientCounts } from "./client_counts.ts";
import type { ClientRecords } from "./client_records.ts";
import type { Suppressions } from "./suppressions.ts";

// A transaction may check 10 keys; each client costs two, be the address taken or new.
const TOGETHER = 5;

// How many transactions are under way at the same time; those that clash are repeated.
const AT_ONCE = 16;

/** What became of an import. */
export interface Imported {
  created: number;
  /** The addresses that were there already or came twice. */
  present: string[];
}

/** Where imported clients go, and who counts them. */
export interface ImportOptions {
  store: Store;
  records: ReturnType<ClientRecords["of"]>;
  addresses: Addresses;
  suppressions: Suppressions;
  counts: ClientCounts;
}

/** Adds the clients whose addresses are new, a few in each transaction. */
export async function importClients(
  clients: readonly Client[],
  options: ImportOptions,
): Promise<Imported> {
  // Of several with one address the first is meant, whichever transaction would be faster.
  const fresh = [...Map.groupBy(clients, ({ email }) => email).values()]
    .map(([first]) => first!);
  const present = repeated(clients, fresh);
  for (const wave of split(fresh, TOGETHER * AT_ONCE)) {
    const parts = [...split(wave, TOGETHER)];
    const found = await Promise.all(parts.map((part) => addNew(part, options)));
    present.push(...found.flat());
  }
  return { created: clients.length - present.length, present };
}

/** Adds the new ones in one transaction; gives the addresses that were there already. */
function addNew(
  clients: readonly Client[],
  { store, records, addresses, suppressions, counts }: ImportOptions,
): Promise<string[]> {
  return store.transact(async (tx) => {
    const admitted = await Promise.all(clients.map(async (client) => {
      if (await records.findBy("byEmail", [client.email], tx)) return;
      await addresses.add(client.email, tx);
      return await suppressions.admit(client, tx);
    }));
    const come = admitted.filter((client) => client !== undefined);
    for (const client of come) records.put(client, {}, tx);
    counts.came(tx, come);
    return clients.filter((_, place) => !admitted[place])
      .map(({ email }) => email);
  });
}

function repeated(all: readonly Client[], fresh: readonly Client[]): string[] {
  const kept = new Set(fresh);
  return all.filter((client) => !kept.has(client)).map(({ email }) => email);
}

function* split<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
