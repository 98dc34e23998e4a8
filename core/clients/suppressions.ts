import { z } from "zod";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import type { Client } from "./client.ts";

/** What is kept of an address, whatever becomes of the client who has it. */
const Suppression = z.object({
  ownerId: z.string(),
  /** Stands for the address, and tells nothing of it. */
  mark: z.string(),
  /** When the person asked for no more mail, unless they took that back. */
  leftAt: z.date().optional(),
  /** The client who has the address now, or had it last. */
  clientId: z.string(),
});
type Suppression = z.infer<typeof Suppression>;

/** A client who is gone, for the links in the mails they got. */
const FormerClient = z.object({
  ownerId: z.string(),
  clientId: z.string(),
  mark: z.string(),
});
type FormerClient = z.infer<typeof FormerClient>;

/** What suppressions are kept with. */
export interface SuppressionsParts {
  ownerId: string;
  store: Store;
  /** A keyed name for an address of this owner's clients. */
  markOf: (email: string) => string;
}

/**
 * Who asked one owner for no more mail, by address: a client who is deleted and added again
 * stays out, and the links in earlier mails still work. Addresses are kept as marks alone.
 */
export class Suppressions {
  readonly #parts: SuppressionsParts;
  readonly #records: ReturnType<ReturnType<typeof suppressionRecords>["of"]>;
  readonly #former: ReturnType<ReturnType<typeof formerRecords>["of"]>;

  constructor(parts: SuppressionsParts) {
    this.#parts = parts;
    this.#records = suppressionRecords(parts.store).of(parts.ownerId);
    this.#former = formerRecords(parts.store).of(parts.ownerId);
  }

  /** Notes in a client's operation whether they want mail; gives what stands for their address. */
  note({ id, email, unsubscribedAt }: Client, tx: Transaction): string {
    const mark = this.#parts.markOf(email);
    this.#put({ mark, clientId: id }, { leftAt: unsubscribedAt, tx });
    return mark;
  }

  /** Notes in the operation that removes a client how to find them by the links they have. */
  gone(client: Client, tx: Transaction): void {
    const { ownerId } = this.#parts;
    const mark = this.note(client, tx);
    this.#former.put({ ownerId, clientId: client.id, mark }, {}, tx);
  }

  /**
   * The client who comes with an address, as they are to be kept: out, if they left before.
   * The address is read beside the operation, whose checks are few and dear.
   */
  async admit(client: Client, tx: Transaction): Promise<Client> {
    const known = await this.#records.find(this.#parts.markOf(client.email));
    if (!known) return client;
    this.#put({ ...known, clientId: client.id }, { leftAt: known.leftAt, tx });
    const unsubscribedAt = client.unsubscribedAt ?? known.leftAt;
    return unsubscribedAt ? { ...client, unsubscribedAt } : client;
  }

  /** What is known of the address that a client who is gone had. */
  async ofFormer(clientId: string): Promise<Suppression | undefined> {
    const former = await this.#former.find(clientId);
    return former && await this.#records.find(former.mark);
  }

  /** Notes whether the one who has an address wants mail, though no client has it now. */
  async change(known: Suppression, leftAt: Date | undefined): Promise<void> {
    await this.#parts.store.transact((tx) => {
      this.#put(known, { leftAt, tx });
      return Promise.resolve();
    });
  }

  /** Forgets everything: the owner is gone. */
  async removeAll(): Promise<void> {
    for await (const { record } of this.#records.iterate()) {
      await this.#records.remove(record.mark);
    }
    for await (const { record } of this.#former.iterate()) {
      await this.#former.remove(record.clientId);
    }
  }

  #put(
    { mark, clientId }: Pick<Suppression, "mark" | "clientId">,
    { leftAt, tx }: { leftAt: Date | undefined; tx: Transaction },
  ): void {
    const { ownerId } = this.#parts;
    this.#records.put(
      { ownerId, mark, clientId, ...(leftAt && { leftAt }) },
      {},
      tx,
    );
  }
}

function suppressionRecords(store: Store) {
  return new Collection<Suppression>(store, {
    name: "suppressions",
    schema: Suppression,
    version: 1,
    id: ({ mark }) => mark,
    scope: ({ ownerId }) => ownerId,
  });
}

function formerRecords(store: Store) {
  return new Collection<FormerClient>(store, {
    name: "former_clients",
    schema: FormerClient,
    version: 1,
    id: ({ clientId }) => clientId,
    scope: ({ ownerId }) => ownerId,
  });
}
