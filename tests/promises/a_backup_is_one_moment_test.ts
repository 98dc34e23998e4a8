import assert from "node:assert/strict";
import { openStore } from "../../core/storage/mod.ts";
import { runCommandLine, withFolder } from "../../tasks/test_command.ts";

const PAIRS = 4_000;

Deno.test("a backup taken while the store is written to holds one moment of it", () =>
  withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    const store = await openStore(path);
    let isOver = false;
    // The two ends of the store always say the same, but never to who reads one after the other.
    const writing = (async () => {
      for (let n = 1; !isOver; n++) {
        await store.transact((tx) => {
          tx.set(["a", "first"], n);
          tx.set(["z", "last"], n);
        });
      }
    })();
    for (let n = 0; n < PAIRS; n += 500) {
      await store.transact((tx) => {
        for (let i = n; i < n + 500; i++) tx.set(["m", i], "x".repeat(200));
      });
    }
    const file = `${folder}/backup`;
    const taken = await runCommandLine("backup", [file], {
      env: { KV_PATH: path },
    });
    isOver = true;
    await writing;
    store.close();
    assert.equal(taken.code, 0, taken.stderr);
    const restored = `${folder}/restored.db`;
    const ended = await runCommandLine("restore", [file], {
      env: { KV_PATH: restored },
    });
    assert.equal(ended.code, 0, ended.stderr);
    const copy = await openStore(restored);
    const first = (await copy.kv.get(["a", "first"])).value;
    const last = (await copy.kv.get(["z", "last"])).value;
    copy.close();
    assert.ok(typeof first === "number" && first > 1, `${first}`);
    assert.equal(first, last);
    assert.deepEqual(
      [...Deno.readDirSync(folder)].filter(({ name }) => name.startsWith(".")),
      [],
    );
  }));

Deno.test("a store that gives no snapshot is backed up only once nothing writes to it", () =>
  withFolder(async (folder) => {
    const ended = await runCommandLine("backup", [`${folder}/backup`], {
      env: { KV_PATH: "http://127.0.0.1:9", DENO_KV_ACCESS_TOKEN: "x" },
    });
    assert.equal(ended.code, 2);
    assert.match(ended.stderr, /gives no snapshot.*--stopped/);
  }));
