import { createStore, type Store } from "../storage/mod.ts";

/** A store in memory whose clock stands still until it is moved; for tests. */
export interface TestStore {
  store: Store;
  kv: Deno.Kv;
  /** Moves the clock, in milliseconds. */
  pass(time: number): void;
}

/** Milliseconds, for tests that move the clock. */
export const MINUTE = 60_000;
/** Milliseconds, for tests that move the clock. */
export const HOUR = 60 * MINUTE;
/** Milliseconds, for tests that move the clock. */
export const DAY = 24 * HOUR;

/** Runs a test against a store of its own. */
export async function withStore(
  test: (world: TestStore) => Promise<void>,
): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  let now = Date.parse("2026-03-01T12:00:00Z");
  const store = createStore(kv, { now: () => new Date(now) });
  try {
    await test({ store, kv, pass: (time) => void (now += time) });
  } finally {
    store.close();
  }
}

/** Everything that the database holds, as one text to search in. */
export async function dump(kv: Deno.Kv): Promise<string> {
  const lines: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    lines.push(
      Deno.inspect({ key, value }, { depth: 9, strAbbreviateSize: 9999 }),
    );
  }
  return lines.join("\n");
}
