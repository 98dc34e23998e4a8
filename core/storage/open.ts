import { dirname } from "node:path";
import { realWaiting } from "./backoff.ts";
import { patiently } from "./patient_kv.ts";
import { PATIENCE_MS, Store, type StoreOptions } from "./store.ts";

/** A store over a KV that is open already. */
export function createStore(kv: Deno.Kv, options: StoreOptions = {}): Store {
  return new Store(kv, options);
}

/**
 * Opens the store: a file (its folder is made, for its owner alone), `:memory:`, a KV Connect server's URL, or the
 * platform's own if undefined. Waits while another process has the file locked.
 */
export async function openStore(
  path: string | undefined,
  options: StoreOptions = {},
): Promise<Store> {
  const { patience = PATIENCE_MS, waiting = realWaiting } = options;
  if (path !== undefined && isFile(path)) {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await keepPrivate(path);
  }
  const kv = await patiently(() => Deno.openKv(path), { patience, ...waiting });
  return new Store(kv, options);
}

function isFile(path: string): boolean {
  return path !== ":memory:" && !/^https?:\/\//.test(path);
}

// SQLite gives its log and its index the mode of the file, so the file is there before them.
async function keepPrivate(path: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  const file = await Deno.open(path, {
    append: true,
    create: true,
    mode: 0o600,
  });
  file.close();
  for (const name of [path, `${path}-wal`, `${path}-shm`]) {
    await Deno.chmod(name, 0o600).catch(unlessNotOurs);
  }
}

function unlessNotOurs(error: unknown): void {
  const isNotOurs = error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.NotCapable;
  if (!isNotOurs) throw error;
}
