import { type Key, packKey } from "./keys.ts";
import { assertKeyFits } from "./limits.ts";

/** Options of a written value. */
export interface SetOptions {
  /** Milliseconds after which the database may sweep the value up; never before. */
  expireIn?: number;
}

interface Sum {
  key: Key;
  amount: bigint;
}

/** Gathers mutations; nothing is written before they are committed. Raw keys: for the storage alone. */
export class Writer {
  readonly #mutations: Deno.KvMutation[] = [];
  readonly #sums = new Map<string, Sum>();
  #closed = false;

  /** Writes a value. */
  set(key: Key, value: unknown, options: SetOptions = {}): void {
    assertKeyFits(key);
    this.#add({ type: "set", key, value, ...options });
  }

  /** Deletes a value; nothing happens if there is none. */
  delete(key: Key): void {
    this.#add({ type: "delete", key });
  }

  /** Adds an amount, negative too, to a counter; several sums of one counter become one mutation. */
  sum(key: Key, amount: bigint): void {
    this.#assertOpen();
    const text = packKey(key);
    const sum = this.#sums.get(text);
    if (sum) {
      sum.amount += amount;
      return;
    }
    assertKeyFits(key);
    this.#sums.set(text, { key, amount });
  }

  /** Takes over what another writer gathered. */
  absorb(other: Writer): void {
    for (const write of other.writes) this.#add(write);
    for (const { key, amount } of other.sums) this.sum(key, amount);
  }

  /** The values set and deleted so far, in order. */
  get writes(): readonly Deno.KvMutation[] {
    return this.#mutations;
  }

  /** The counters changed so far, each once. */
  get sums(): Iterable<Readonly<Sum>> {
    return this.#sums.values();
  }

  /** All mutations, ready to commit. */
  mutations(): Deno.KvMutation[] {
    const all = [...this.#mutations];
    for (const { key, amount } of this.#sums.values()) {
      // A counter has 64 bits and wraps around: adding 2^64 - n takes n away.
      const value = new Deno.KvU64(BigInt.asUintN(64, amount));
      if (value.value !== 0n) all.push({ type: "sum", key, value });
    }
    return all;
  }

  /** Refuses everything from now on: a write that comes after the commit would be lost. */
  end(): void {
    this.#closed = true;
  }

  #add(mutation: Deno.KvMutation): void {
    this.#assertOpen();
    this.#mutations.push(mutation);
  }

  #assertOpen(): void {
    if (this.#closed) {
      throw new Error("This transaction is over; await its writes inside it");
    }
  }
}
