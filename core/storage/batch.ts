import { keyBytes } from "./keys.ts";
import type { Lease } from "./leases.ts";
import { LeaseLost } from "./lease_lost.ts";
import { PART_KEY_BYTES, PART_MUTATIONS, PART_VALUE_BYTES } from "./limits.ts";
import type { PatientKv } from "./patient_kv.ts";
import { estimateBytes } from "./size.ts";
import { Writer } from "./writer.ts";

/** What a batch may be told. */
export interface BatchOptions {
  /** No part is written once this lease was taken over. */
  guard?: Lease | undefined;
}

interface Size {
  mutations: number;
  keys: number;
  values: number;
}

const NOTHING: Size = { mutations: 0, keys: 0, values: 0 };

/** A large write that is split into parts between its units; each unit is written as a whole, in order. */
export class Batch {
  readonly #kv: PatientKv;
  readonly #guard: Lease | undefined;
  #part = new Writer();
  #size = NOTHING;
  #failure: { error: unknown } | undefined;

  constructor(kv: PatientKv, { guard }: BatchOptions = {}) {
    this.#kv = kv;
    this.#guard = guard;
  }

  /** Adds what `work` writes, blindly; commits what was gathered before if both do not fit together. */
  async unit(work: (tx: Writer) => void): Promise<void> {
    const writer = new Writer();
    work(writer);
    writer.end();
    const size = sizeOf(writer);
    if (!fits(this.#size, size)) await this.finish();
    this.#part.absorb(writer);
    this.#size = sum(this.#size, size);
  }

  /** Commits what is left. After a failure it and `unit` fail in the same way: no part is left out. */
  async finish(): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    const mutations = this.#part.mutations();
    this.#part = new Writer();
    this.#size = NOTHING;
    if (mutations.length === 0) return;
    try {
      await this.#commit(mutations);
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  async #commit(mutations: Deno.KvMutation[]): Promise<void> {
    const guard = this.#guard;
    if (guard?.lost) throw new LeaseLost(guard.name);
    const { ok } = await this.#kv.commit({
      checks: guard ? [guard.fence] : [],
      mutations,
    });
    if (!ok && guard) throw guard.lose();
  }
}

function fits(a: Size, b: Size): boolean {
  const { mutations, keys, values } = sum(a, b);
  return mutations <= PART_MUTATIONS && keys <= PART_KEY_BYTES &&
    values <= PART_VALUE_BYTES;
}

function sum(a: Size, b: Size): Size {
  return {
    mutations: a.mutations + b.mutations,
    keys: a.keys + b.keys,
    values: a.values + b.values,
  };
}

function sizeOf(writer: Writer): Size {
  const size = { ...NOTHING };
  for (const write of writer.writes) {
    size.mutations++;
    size.keys += keyBytes(write.key);
    if (write.type === "set") size.values += estimateBytes(write.value);
  }
  for (const { key } of writer.sums) {
    size.mutations++;
    size.keys += keyBytes(key);
    size.values += 8;
  }
  return size;
}
