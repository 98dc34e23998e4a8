import { Attempts } from "./attempts/attempts.ts";
import { Clients } from "./clients/clients.ts";
import { countRecipients } from "./delivery/audience_clients.ts";
import { Audiences } from "./mailings/audiences.ts";
import { Mailings } from "./mailings/mailings.ts";
import { Runs } from "./mailings/runs.ts";
import { Messages } from "./messages/messages.ts";
import { createStore, type Store } from "./storage/mod.ts";

/** The stores of clients, messages, mailings and attempts, wired as in the core. */
export interface Nouns {
  store: Store;
  /** What the store's clock shows; a test sets it. */
  clock: { at: Date };
  clients: Clients;
  messages: Messages;
  audiences: Audiences;
  mailings: Mailings;
  runs: Runs;
  attempts: Attempts;
}

/** Runs a test on stores of its own, over a real KV in memory. */
export async function withNouns(
  test: (nouns: Nouns) => Promise<void>,
): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  const clock = { at: new Date("2030-01-01T12:00:00Z") };
  try {
    await test(wired(createStore(kv, { now: () => clock.at }), clock));
  } finally {
    kv.close();
  }
}

function wired(store: Store, clock: Nouns["clock"]): Nouns {
  const clients = new Clients({
    store,
    usedIn: (ownerId, id) => mailings.usingClient(ownerId, id),
    markOf: (purpose, text) => `${purpose}:${text}`,
  });
  const messages = new Messages({
    store,
    usedIn: (ownerId, id) => mailings.usingText(ownerId, id),
  });
  const audiences = new Audiences({
    store,
    knownClients: (ownerId, ids) => clients.of(ownerId).known(ids),
  });
  const runs = new Runs(store);
  const mailings: Mailings = new Mailings({
    store,
    audiences,
    runs,
    settledOf: () => Promise.resolve({ settled: 0, failed: 0, blocks: 0 }),
    textOf: (ownerId, id) => messages.of(ownerId).find(id),
    countClients: async (ownerId, search) =>
      (await clients.of(ownerId).count({ search, atMost: 1 })).count,
    countRecipients: async (ownerId, audience) =>
      (await countRecipients(
        { clients, audiences },
        { ownerId, audience, atMost: 1 },
      )).count,
  });
  const attempts = new Attempts(store);
  return {
    store,
    clock,
    clients,
    messages,
    audiences,
    mailings,
    runs,
    attempts,
  };
}
