import { Denokv, TOKEN } from "./denokv.ts";

/**
 * Loaded before tests, it gives each of them that asks for a KV in memory an empty one on a
 * `denokv` server of its own: so the tests of the storage and what stands on it hold there
 * word for word.
 */
const openKv = Deno.openKv;

Deno.env.set("DENO_KV_ACCESS_TOKEN", TOKEN);
Object.defineProperty(Deno, "openKv", { value: open });

async function open(path?: string): Promise<Deno.Kv> {
  if (path !== ":memory:") return await openKv(path);
  const server = await Denokv.open();
  const kv = await openKv(server.url);
  const closeKv = kv.close.bind(kv);
  const close = () => {
    closeKv();
    server.abandon();
  };
  return Object.assign(kv, { close, [Symbol.dispose]: close });
}
