import assert from "node:assert/strict";
import { openStore } from "./mod.ts";

const WRITER = new URL("./testing/hammer.ts", import.meta.url);
const PROCESSES = 3;
const TRANSACTIONS = 60;

Deno.test("several processes on one file wait for each other and lose nothing", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/deep/store.db`;
  try {
    const args = [
      "run",
      "-A",
      "--no-check",
      WRITER.href,
      path,
      String(TRANSACTIONS),
    ];
    const runs = Array.from(
      { length: PROCESSES },
      () => new Deno.Command(Deno.execPath(), { args }).output(),
    );
    for (const { success, stderr } of await Promise.all(runs)) {
      assert.ok(success, new TextDecoder().decode(stderr));
    }
    const store = await openStore(path);
    const { value } = await store.kv.get(["total"]);
    const counted = await store.counters.get(["total"]);
    store.close();
    assert.equal(value, PROCESSES * TRANSACTIONS);
    assert.equal(counted, PROCESSES * TRANSACTIONS);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a store in memory needs no folder", async () => {
  const store = await openStore(":memory:");
  await store.transact((tx) => tx.set(["a"], 1));
  assert.equal((await store.kv.get(["a"])).value, 1);
  store.close();
});

Deno.test("a store's files and the folder made for them are its owner's alone", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/made/store.db`;
  try {
    for (const _ of ["a new store", "one that all could read"]) {
      const store = await openStore(path);
      await store.transact((tx) => tx.set(["a"], 1));
      for (const name of ["", "-wal", "-shm"]) {
        assert.equal(await modeOf(path + name), "600", name);
      }
      store.close();
      await Deno.chmod(path, 0o644);
    }
    assert.equal(await modeOf(`${folder}/made`), "700");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function modeOf(path: string): Promise<string> {
  const { mode } = await Deno.stat(path);
  return ((mode ?? 0) & 0o777).toString(8);
}
