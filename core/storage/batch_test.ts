import assert from "node:assert/strict";
import { Invalid } from "../errors.ts";
import { LeaseLost } from "./lease_lost.ts";
import { Crash } from "./testing/faulty_kv.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

Deno.test("a batch of any size is written in parts that the store takes", () =>
  withStore(async ({ store, kv, faults }) => {
    const batch = store.batch();
    for (let i = 0; i < 2_000; i++) {
      await batch.unit((tx) => {
        tx.set(["a", i], "x".repeat(i % 700));
        tx.set(["b", i, "k".repeat(i % 90)], i);
        store.counters.add(tx, ["total"], 1);
      });
    }
    await batch.finish();
    assert.equal((await rawKeys(kv, ["a"])).length, 2_000);
    assert.equal((await rawKeys(kv, ["b"])).length, 2_000);
    assert.equal(await store.counters.get(["total"]), 2_000);
    assert.ok(faults.tried.length < 10, String(faults.tried.length));
  }));

Deno.test("large values and long keys split a batch too", () =>
  withStore(async ({ store, kv }) => {
    const batch = store.batch();
    for (let i = 0; i < 40; i++) {
      await batch.unit((tx) => tx.set(["bytes", i], new Uint8Array(65_000)));
    }
    for (let i = 0; i < 100; i++) {
      await batch.unit((tx) => tx.set(["long", "ж".repeat(1_000), i], i));
    }
    await batch.finish();
    assert.equal((await rawKeys(kv)).length, 140);
  }));

Deno.test("a unit is never torn", () =>
  withStore(async ({ store, faults }) => {
    const batch = store.batch();
    for (let unit = 0; unit < 30; unit++) {
      await batch.unit((tx) => {
        for (let i = 0; i < 70; i++) tx.set([unit, i], 0);
      });
    }
    await batch.finish();
    for (const mutations of faults.tried) {
      assert.equal(mutations.length % 70, 0);
    }
  }));

Deno.test("a batch that failed goes no further, so that no part is left out", () =>
  withStore(async ({ store, kv, faults }) => {
    const batch = store.batch();
    await batch.unit((tx) => tx.set(["a"], 1));
    faults.commitFaults.push("crash");
    await assert.rejects(batch.finish(), Crash);
    await batch.unit((tx) => tx.set(["b"], 1));
    await assert.rejects(batch.finish(), Crash);
    assert.deepEqual(await rawKeys(kv), []);
  }));

Deno.test("a value that is too large fails its part by name", () =>
  withStore(async ({ store }) => {
    const batch = store.batch();
    await batch.unit((tx) => tx.set(["notes", "7"], "x".repeat(66_000)));
    await assert.rejects(
      batch.finish(),
      (error) => error instanceof Invalid && /notes "7"/.test(error.message),
    );
  }));

Deno.test("no part is written once the guarding lease was taken over", () =>
  withStore(async ({ store, kv, clock }) => {
    const lease = await store.leases.acquire("plan", { ttl: 1_000 });
    assert.ok(lease);
    const batch = store.batch({ guard: lease });
    await batch.unit((tx) => tx.set(["a", 1], 1));
    await batch.finish();
    clock.at = new Date(clock.at.getTime() + 1_000);
    await store.leases.acquire("plan", { ttl: 1_000 });
    await batch.unit((tx) => tx.set(["a", 2], 1));
    await assert.rejects(batch.finish(), LeaseLost);
    assert.equal(lease.lost, true);
    assert.deepEqual(await rawKeys(kv, ["a"]), [["a", 1]]);
  }));
