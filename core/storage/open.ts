import { dirname } from "node:path";
import { realWaiting } from "./backoff.ts";
import { patiently } from "./patient_kv.ts";
import { PATIENCE_MS, Store, type StoreOptions } from "./store.ts";

/** A store over a KV that is open already. */
export function createStore(kv: Deno.Kv, options: StoreOptions = {}): Store {
  return new Store(kv, options);
}

/**
 * Opens the store: a file (its folder is made), `:memory:`, a KV Connect server's URL, or the
 * platform's own if undefined. Waits while another process has the file locked.
 */
export async function openStore(
  path: string | undefined,
  options: StoreOptions = {},
): Promise<Store> {
  const { patience = PATIENCE_MS, waiting = realWaiting } = options;
  if (path !== undefined && isFile(path)) {
    await Deno.mkdir(dirname(path), { recursive: true });
  }
  const kv = await patiently(() => Deno.openKv(path), { patience, ...waiting });
  return new Store(kv, options);
}

function isFile(path: string): boolean {
  return path !== ":memory:" && !/^https?:\/\//.test(path);
}
