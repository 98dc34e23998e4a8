import { z } from "zod";
import { Collection, type Store, type Writer } from "../storage/mod.ts";
import type { Client } from "./client.ts";

const BATCH = 200;

/** Something about a client that decides whether and where they are mailed. */
const ClientChange = z.object({
  ownerId: z.string(),
  clientId: z.string(),
  at: z.date(),
});
type ClientChange = z.infer<typeof ClientChange>;

/** Some of an owner's clients: those from one id to another, both included. */
export interface ClientRange {
  ownerId: string;
  first: string;
  last: string;
}

/**
 * Which clients left, came back, moved to another address or are gone. Whoever planned to
 * mail many of them asks here for the few that have to be looked at again.
 */
export class ClientChanges {
  readonly #store: Store;
  readonly #records: ReturnType<typeof changeRecords>;

  constructor(store: Store) {
    this.#store = store;
    this.#records = changeRecords(store);
  }

  /** Notes a change, in the operation that makes it and without reading anything. */
  note(tx: Writer, { ownerId, id }: Client): void {
    const at = this.#store.now();
    this.#records.of(ownerId).put({ ownerId, clientId: id, at }, {}, tx);
  }

  /** Those of the range that have changed, and when they did last, in milliseconds. */
  async within(
    { ownerId, first, last }: ClientRange,
  ): Promise<Map<string, number>> {
    const changed = new Map<string, number>();
    const range = { from: [first], to: [`${last}\0`], batch: BATCH };
    for await (
      const { record } of this.#records.of(ownerId).iterate(range)
    ) changed.set(record.clientId, record.at.getTime());
    return changed;
  }

  /** Forgets what changed before an instant: nobody planned earlier is still to be mailed. */
  async forgetBefore(instant: Date): Promise<void> {
    const old = this.#records.everywhere()
      .iterate({ index: "byTime", to: [instant.getTime()] });
    for await (const { record: { ownerId, clientId } } of old) {
      await this.#records.of(ownerId).remove(clientId);
    }
  }

  /** Forgets all changes of an owner's clients. */
  async removeAll(ownerId: string): Promise<void> {
    for await (const { record } of this.#records.of(ownerId).iterate()) {
      await this.#records.of(ownerId).remove(record.clientId);
    }
  }
}

function changeRecords(store: Store) {
  return new Collection<ClientChange, "byTime">(store, {
    name: "client_changes",
    schema: ClientChange,
    version: 1,
    id: ({ clientId }) => clientId,
    scope: ({ ownerId }) => ownerId,
    indexes: {
      byTime: { global: true, key: ({ at }) => [at.getTime()] },
    },
  });
}
