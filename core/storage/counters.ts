import { rangeWithin } from "./key_range.ts";
import type { Key, KeyPart } from "./keys.ts";
import { MAX_ENTRIES_AT_ONCE } from "./limits.ts";
import type { Entry, PatientKv } from "./patient_kv.ts";
import { removeRange } from "./remove_range.ts";
import { walk } from "./walk.ts";
import type { Writer } from "./writer.ts";

// Nothing else may live here: a sum on a key that holds no counter tears the operation it is part of.
const ROOT = "+count";

/** A counter's name below all counters. */
export type CounterName = readonly KeyPart[];

/** Numbers kept by adding to them, so that no two writers ever clash. */
export class Counters {
  readonly #kv: PatientKv;

  constructor(kv: PatientKv) {
    this.#kv = kv;
  }

  /** The counter's value; 0 if nothing was ever added. */
  async get(name: CounterName): Promise<number> {
    return valueOf(await this.#kv.get(keyOf(name)));
  }

  /** The values of several counters, in the order of the names. */
  async getMany(names: readonly CounterName[]): Promise<number[]> {
    return (await this.#kv.getMany(names.map(keyOf))).map(valueOf);
  }

  /** Adds a whole number, which may be negative, when the transaction commits. */
  add(tx: Writer, name: CounterName, amount: number): void {
    tx.sum(keyOf(name), BigInt(amount));
  }

  /** All counters whose names start with these parts, in the order of their names. */
  async list(
    prefix: CounterName,
  ): Promise<{ parts: CounterName; value: number }[]> {
    const source = {
      kv: this.#kv,
      resolve: (entries: Entry[]) => entries.map(valueOf),
    };
    const range = rangeWithin(keyOf(prefix), {});
    const found: { parts: CounterName; value: number }[] = [];
    for await (
      const { key, item } of walk(source, {
        range,
        reverse: false,
        batch: MAX_ENTRIES_AT_ONCE,
      })
    ) {
      found.push({ parts: key.slice(1), value: item });
    }
    return found;
  }

  /** Deletes a counter that is back at zero; one that is not stays. */
  async dropZero(name: CounterName): Promise<void> {
    const entry = await this.#kv.get(keyOf(name));
    if (!entry.versionstamp || valueOf(entry) !== 0) return;
    await this.#kv.commit({
      // Whoever adds to it meanwhile keeps it.
      checks: [entry],
      mutations: [{ type: "delete", key: entry.key }],
    });
  }

  /** Deletes all counters whose names start with these parts. */
  removeAll(prefix: CounterName): Promise<void> {
    return removeRange(this.#kv, rangeWithin(keyOf(prefix), {}));
  }
}

function keyOf(name: CounterName): Key {
  return [ROOT, ...name];
}

// What was taken below zero has wrapped around to the top of the 64 bits.
function valueOf({ value }: Entry): number {
  return value instanceof Deno.KvU64
    ? Number(BigInt.asIntN(64, value.value))
    : 0;
}
