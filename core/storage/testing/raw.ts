import type { Key } from "../keys.ts";

/** Everything that the KV holds, in the order of the keys. */
export async function rawEntries(
  kv: Deno.Kv,
  prefix: Key = [],
): Promise<Deno.KvEntry<unknown>[]> {
  return await Array.fromAsync(kv.list<unknown>({ prefix }));
}

/** All keys that the KV holds below a prefix, in order. */
export async function rawKeys(kv: Deno.Kv, prefix: Key = []): Promise<Key[]> {
  return (await rawEntries(kv, prefix)).map((entry) => entry.key);
}
