import type { CounterName, Store, Writer } from "../storage/mod.ts";
import type { Client } from "./client.ts";

/** How many clients one owner has, counted in the operations that change it. */
export class ClientCounts {
  readonly #store: Store;
  readonly #all: CounterName;
  readonly #unsubscribed: CounterName;

  constructor(store: Store, ownerId: string) {
    this.#store = store;
    this.#all = ["clients", ownerId];
    this.#unsubscribed = ["unsubscribed", ownerId];
  }

  /** Every client there is. */
  all(): Promise<number> {
    return this.#store.counters.get(this.#all);
  }

  /** Those who get mail: all but the unsubscribed. */
  async recipients(): Promise<number> {
    const [all = 0, unsubscribed = 0] = await this.#store.counters
      .getMany([this.#all, this.#unsubscribed]);
    return all - unsubscribed;
  }

  /** Counts clients who have just come; whoever left before comes unsubscribed. */
  came(tx: Writer, clients: readonly Client[]): void {
    this.#add(tx, clients.length);
    const left = clients.filter(isOut).length;
    if (left > 0) this.#store.counters.add(tx, this.#unsubscribed, left);
  }

  /** Counts a client who goes. */
  gone(tx: Writer, client: Client): void {
    this.#add(tx, -1);
    this.changed(tx, { before: client });
  }

  /** Leaves no counters behind where nobody is left to be counted. */
  async forget(): Promise<void> {
    const { counters } = this.#store;
    await counters.dropZero(this.#all);
    await counters.dropZero(this.#unsubscribed);
  }

  /** Counts a client whose subscription may have changed. */
  changed(
    tx: Writer,
    { before, after }: { before: Client; after?: Client },
  ): void {
    const n = Number(isOut(after)) - Number(isOut(before));
    if (n !== 0) this.#store.counters.add(tx, this.#unsubscribed, n);
  }

  #add(tx: Writer, n: number): void {
    this.#store.counters.add(tx, this.#all, n);
    this.#store.counters.add(tx, ["site", "clients"], n);
  }
}

function isOut(client: Client | undefined): boolean {
  return client?.unsubscribedAt !== undefined;
}
