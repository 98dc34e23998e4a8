import assert from "node:assert/strict";
import { patiently } from "./patient_kv.ts";
import { withStore } from "./testing/memory_store.ts";

Deno.test("a commit is repeated while the file is locked, and made once", () =>
  withStore(async ({ store, faults, waits }) => {
    faults.commitFaults.push("locked", "locked", "locked");
    await store.transact((tx) => store.counters.add(tx, ["n"], 1));
    assert.equal(await store.counters.get(["n"]), 1);
    assert.equal(waits.length, 3);
  }));

Deno.test("a read is repeated while the file is locked", () =>
  withStore(async ({ store, faults }) => {
    await store.transact((tx) => tx.set(["a"], 1));
    faults.lockedReads = 2;
    assert.equal((await store.kv.get(["a"])).value, 1);
    faults.lockedReads = 2;
    assert.equal((await store.kv.getMany([["a"]]))[0]?.value, 1);
    faults.lockedReads = 2;
    assert.equal(
      (await store.kv.list({ start: ["a"], end: ["b"] }, { limit: 5 })).length,
      1,
    );
  }));

Deno.test("patience with a locked file ends in a clear error", () =>
  withStore(async ({ store, faults, waits }) => {
    faults.lockedReads = Infinity;
    await assert.rejects(
      store.kv.get(["a"]),
      /stayed locked by another process for 2 s/,
    );
    assert.equal(waits.reduce((sum, ms) => sum + ms, 0), 2_000);
  }, { patience: 2_000 }));

Deno.test("any other failure comes through at once", () =>
  withStore(async ({ store, faults, waits }) => {
    faults.commitFaults.push("crash");
    await assert.rejects(
      store.transact((tx) => tx.set(["a"], 1)),
      /before the commit/,
    );
    assert.equal(waits.length, 0);
  }));

Deno.test("waits grow up to a bound, by chance", async () => {
  const waits: number[] = [];
  let left = 12;
  const options = {
    patience: 60_000,
    random: () => 0.5,
    sleep: (ms: number) => Promise.resolve(void waits.push(ms)),
  };
  await patiently(
    () =>
      left-- > 0
        ? Promise.reject(new Error("database is locked"))
        : Promise.resolve(),
    options,
  );
  assert.ok(waits[0]! < waits[3]! && waits[3]! < waits[5]!);
  assert.equal(waits[10], waits[11]);
});
