import assert from "node:assert/strict";
import { Conflict, Invalid } from "../errors.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

Deno.test("a transaction that clashes runs again on what is there now", () =>
  withStore(async ({ store, kv, waits }) => {
    let runs = 0;
    const seen = await store.transact(async (tx) => {
      const value = Number(await tx.get(["n"]) ?? 0);
      if (++runs === 1) await kv.set(["n"], 41);
      tx.set(["n"], value + 1);
      return value;
    });
    assert.equal(seen, 41);
    assert.equal((await kv.get(["n"])).value, 42);
    assert.equal(waits.length, 1);
  }));

Deno.test("a transaction that clashes again and again gives up with Conflict", () =>
  withStore(async ({ store, kv, faults }) => {
    faults.commitFaults.push(...Array<"clash">(10).fill("clash"));
    await assert.rejects(store.transact((tx) => tx.set(["n"], 1)), Conflict);
    assert.equal(faults.commitFaults.length, 3);
    assert.deepEqual(await rawKeys(kv), []);
  }, { tries: 7 }));

Deno.test("an absence that was read is checked too", () =>
  withStore(async ({ store, kv }) => {
    let runs = 0;
    await store.transact(async (tx) => {
      const taken = await tx.get(["slot"]) !== undefined;
      if (++runs === 1) await kv.set(["slot"], "theirs");
      if (!taken) tx.set(["slot"], "ours");
    });
    assert.equal((await kv.get(["slot"])).value, "theirs");
  }));

Deno.test("a transaction that throws writes nothing", () =>
  withStore(async ({ store, kv }) => {
    const work = store.transact((tx) => {
      tx.set(["a"], 1);
      store.counters.add(tx, ["n"], 1);
      throw new Conflict("no");
    });
    await assert.rejects(work, Conflict);
    assert.deepEqual(await rawKeys(kv), []);
  }));

Deno.test("concurrent increments all count", () =>
  withStore(async ({ store, kv }) => {
    const increment = () =>
      store.transact(async (tx) =>
        tx.set(["n"], Number(await tx.get(["n"]) ?? 0) + 1)
      );
    await Promise.all(Array.from({ length: 30 }, increment));
    assert.equal((await kv.get(["n"])).value, 30);
  }, {
    waiting: {
      random: Math.random,
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    },
  }));

Deno.test("a value that is too large is refused by name, and nothing is written", () =>
  withStore(async ({ store, kv }) => {
    const work = store.transact((tx) => {
      tx.set(["notes", "small"], 1);
      tx.set(["notes", "acme", "large"], { text: "x".repeat(70_000) });
    });
    await assert.rejects(
      work,
      (error) =>
        error instanceof Invalid &&
        /notes "large" takes 70\d+ bytes/.test(error.message),
    );
    assert.deepEqual(await rawKeys(kv), []);
  }));

Deno.test("a key that is too long is refused by name", () =>
  withStore(async ({ store }) => {
    await assert.rejects(
      store.transact((tx) => tx.set(["notes", "x".repeat(2_100)], 1)),
      /A key of notes is longer/,
    );
  }));

Deno.test("a transaction that is too large is refused, and nothing is written", () =>
  withStore(async ({ store, kv }) => {
    const work = store.transact((tx) => {
      for (let i = 0; i < 1_001; i++) tx.set(["n", i], i);
    });
    await assert.rejects(
      work,
      (error) =>
        error instanceof RangeError &&
        /1001 mutations.*batch/.test(error.message),
    );
    assert.deepEqual(await rawKeys(kv), []);
  }));
