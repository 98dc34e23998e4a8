import { type Key, packKey } from "./keys.ts";
import type { Lease } from "./leases.ts";
import { LeaseLost } from "./lease_lost.ts";
import { assertKeyFits, MAX_CHECKS } from "./limits.ts";
import type { Entry, PatientKv } from "./patient_kv.ts";
import { Writer } from "./writer.ts";

/** Reads that are checked and writes that are made together, or not at all. */
export class Transaction extends Writer {
  readonly #kv: PatientKv;
  readonly #reads = new Map<string, Entry>();
  readonly #written = new Map<string, unknown>();
  readonly #leases = new Set<Lease>();
  #indexed = 0;

  constructor(kv: PatientKv) {
    super();
    this.#kv = kv;
  }

  /** One value, as this transaction would leave it; undefined if absent. Raw keys: for the storage alone. */
  async get(key: Key): Promise<unknown> {
    return (await this.getMany([key]))[0];
  }

  /** Several values at once, in the order of the keys. */
  async getMany(keys: readonly Key[]): Promise<unknown[]> {
    for (const key of keys) assertKeyFits(key);
    this.#indexWrites();
    const texts = keys.map(packKey);
    await this.#read(keys.filter((_, i) => !this.#knows(texts[i]!)));
    return texts.map((text) => this.#value(text));
  }

  /** Makes the commit fail with `LeaseLost` if the lease was taken over meanwhile. */
  guard(lease: Lease): void {
    if (lease.lost) throw new LeaseLost(lease.name);
    this.#leases.add(lease);
  }

  /** Commits; false if something that was read has changed. */
  async commit(): Promise<boolean> {
    this.end();
    const mutations = this.mutations();
    const checks = this.#checks();
    if (
      mutations.length === 0 && checks.length < 2 && this.#leases.size === 0
    ) return true;
    const { ok } = await this.#kv.commit({ checks, mutations });
    if (!ok) await this.#assertLeases();
    return ok;
  }

  #indexWrites(): void {
    for (; this.#indexed < this.writes.length; this.#indexed++) {
      const mutation = this.writes[this.#indexed]!;
      const value = mutation.type === "set" ? mutation.value : undefined;
      this.#written.set(packKey(mutation.key), value);
    }
  }

  #knows(text: string): boolean {
    return this.#written.has(text) || this.#reads.has(text);
  }

  async #read(keys: Key[]): Promise<void> {
    if (keys.length === 0) return;
    for (const entry of await this.#kv.getMany(keys)) {
      const text = packKey(entry.key);
      if (!this.#reads.has(text)) this.#reads.set(text, entry);
    }
  }

  // A copy, for whoever changes what they were given must not change what is compared with it.
  #value(text: string): unknown {
    if (this.#written.has(text)) {
      return structuredClone(this.#written.get(text));
    }
    const entry = this.#reads.get(text);
    return entry?.versionstamp ? structuredClone(entry.value) : undefined;
  }

  #checks(): Deno.AtomicCheck[] {
    const checks: Deno.AtomicCheck[] = [...this.#leases].map((lease) =>
      lease.fence
    );
    for (const { key, versionstamp } of this.#reads.values()) {
      checks.push({ key, versionstamp });
    }
    if (checks.length > MAX_CHECKS) {
      throw new RangeError(
        `A transaction read ${checks.length} keys; at most ${MAX_CHECKS} can be checked at once. Read some outside it.`,
      );
    }
    return checks;
  }

  async #assertLeases(): Promise<void> {
    for (const lease of this.#leases) await lease.assertHeld();
  }
}
