import assert from "node:assert/strict";
import { LeaseLost } from "./lease_lost.ts";
import type { MemoryStore } from "./testing/memory_store.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

const ttl = 10_000;

function pass(memory: MemoryStore, ms: number): void {
  memory.clock.at = new Date(memory.clock.at.getTime() + ms);
}

async function acquired(memory: MemoryStore) {
  const lease = await memory.store.leases.acquire("plan", { ttl });
  assert.ok(lease);
  return lease;
}

Deno.test("a lease has one holder until it lapses", () =>
  withStore(async (memory) => {
    const first = await acquired(memory);
    pass(memory, ttl - 1);
    assert.equal(await memory.store.leases.acquire("plan", { ttl }), undefined);
    pass(memory, 1);
    await acquired(memory);
    assert.equal(await first.renew(), false);
    assert.equal(first.lost, true);
  }));

Deno.test("of many who want a lease at once, one gets it", () =>
  withStore(async ({ store }) => {
    const wanted = Array.from(
      { length: 20 },
      () => store.leases.acquire("plan", { ttl }),
    );
    assert.equal((await Promise.all(wanted)).filter(Boolean).length, 1);
  }));

Deno.test("a lease that is renewed does not lapse", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    for (let i = 0; i < 3; i++) {
      pass(memory, ttl - 1);
      assert.equal(await lease.renew(), true);
    }
    assert.equal(await memory.store.leases.acquire("plan", { ttl }), undefined);
  }));

Deno.test("a lease that lapsed but nobody took can be renewed", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    pass(memory, ttl * 5);
    assert.equal(await lease.renew(), true);
    assert.equal(lease.lost, false);
  }));

Deno.test("a heartbeat does not disturb guarded work", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    await memory.store.transact(async (tx) => {
      tx.guard(lease);
      tx.set(["done"], true);
      await lease.renew();
    });
    assert.equal(memory.waits.length, 0);
  }));

Deno.test("what a former holder guards is not written", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    pass(memory, ttl);
    await acquired(memory);
    const work = memory.store.transact((tx) => {
      tx.guard(lease);
      tx.set(["done"], true);
    });
    await assert.rejects(work, LeaseLost);
    assert.equal(lease.lost, true);
    assert.deepEqual(await rawKeys(memory.kv, ["done"]), []);
    assert.equal((await memory.kv.get(["done"])).value, null);
  }));

Deno.test("guarded work that clashes with another write is repeated, not given up", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    let runs = 0;
    await memory.store.transact(async (tx) => {
      tx.guard(lease);
      await tx.get(["n"]);
      if (++runs === 1) await memory.kv.set(["n"], 1);
      tx.set(["done"], true);
    });
    assert.equal(runs, 2);
  }));

Deno.test("a released lease is free at once, and guards nothing any more", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    await lease.release();
    assert.deepEqual(await rawKeys(memory.kv), []);
    await acquired(memory);
    await assert.rejects(
      memory.store.transact((tx) => tx.guard(lease)),
      LeaseLost,
    );
  }));

Deno.test("a release after a take-over leaves the new holder alone", () =>
  withStore(async (memory) => {
    const lease = await acquired(memory);
    pass(memory, ttl);
    const second = await acquired(memory);
    await lease.release();
    assert.equal(await second.renew(), true);
  }));

Deno.test("a lease held by a clock that was far ahead and was put right is taken over", () =>
  withStore(async ({ store, clock }) => {
    const right = clock.at;
    clock.at = new Date(right.getTime() + 10 * 24 * 3_600_000);
    assert.ok(await store.leases.acquire("plan", { ttl: 15_000 }));
    clock.at = right;
    assert.equal(await store.leases.isHeld("plan"), false);
    assert.ok(await store.leases.acquire("plan", { ttl: 15_000 }));
  }));

Deno.test("a lease that lapsed long ago is swept up, one that is held or lapsed lately stays", () =>
  withStore(async (memory) => {
    const { store, kv } = memory;
    const { leases } = store;
    const DAY = 24 * 3_600_000;
    const forgotten = await leases.acquire("forgotten", { ttl });
    const held = await leases.acquire("held", { ttl });
    pass(memory, DAY);
    await held?.renew();
    await leases.acquire("lapsed lately", { ttl });
    pass(memory, ttl + 1);
    await leases.sweep({ lapsed: DAY });
    assert.deepEqual(
      (await rawKeys(kv)).map(([, name]) => name),
      ["held", "lapsed lately", "held", "lapsed lately"],
    );
    assert.equal(await forgotten?.renew(), false, "whoever comes back knows");
    assert.equal(await held?.renew(), true);
  }));

Deno.test("a lease that is taken over while it is swept up stays", () =>
  withStore(async (memory) => {
    const { store, faults } = memory;
    await acquired(memory);
    pass(memory, ttl * 2);
    let another: Awaited<ReturnType<typeof acquired>> | undefined;
    faults.beforeCommit = async () => {
      faults.beforeCommit = () => Promise.resolve();
      another = await acquired(memory);
    };
    await store.leases.sweep({ lapsed: 0 });
    assert.equal(await another?.renew(), true);
  }));
