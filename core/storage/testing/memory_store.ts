import { Store, type StoreOptions } from "../store.ts";
import { FaultyKv } from "./faulty_kv.ts";

/** A store in memory, the KV below it, a clock that is set by hand, and the waits that took place. */
export interface MemoryStore {
  store: Store;
  kv: Deno.Kv;
  faults: FaultyKv;
  clock: { at: Date };
  waits: number[];
}

/** Runs a test on a store in memory that never really waits. */
export async function withStore(
  test: (memory: MemoryStore) => Promise<void>,
  options: StoreOptions = {},
): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  const faults = new FaultyKv(kv);
  const clock = { at: new Date("2030-01-01T00:00:00Z") };
  const waits: number[] = [];
  const waiting = {
    random: () => 0.5,
    sleep: (ms: number) => later(() => waits.push(ms)),
  };
  const store = new Store(faults, { now: () => clock.at, waiting, ...options });
  try {
    await test({ store, kv, faults, clock, waits });
  } finally {
    kv.close();
  }
}

async function later(note: () => void): Promise<void> {
  note();
  await Promise.resolve();
}
