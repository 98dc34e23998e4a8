import assert from "node:assert/strict";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

Deno.test("a counter adds up, below zero too", () =>
  withStore(async ({ store }) => {
    const add = (n: number) =>
      store.transact((tx) => store.counters.add(tx, ["sent", "acme"], n));
    assert.equal(await store.counters.get(["sent", "acme"]), 0);
    await add(5);
    await add(-7);
    assert.equal(await store.counters.get(["sent", "acme"]), -2);
    await add(3);
    assert.deepEqual(
      await store.counters.getMany([["sent", "acme"], ["none"]]),
      [1, 0],
    );
  }));

Deno.test("several additions in one transaction cost one mutation", () =>
  withStore(async ({ store, faults }) => {
    await store.transact((tx) => {
      for (let i = 0; i < 50; i++) {
        store.counters.add(tx, ["n"], i % 2 ? -1 : 3);
      }
      store.counters.add(tx, ["even"], 1);
      store.counters.add(tx, ["even"], -1);
    });
    assert.equal(faults.tried[0]?.length, 1);
    assert.equal(await store.counters.get(["n"]), 50);
  }));

Deno.test("counters are listed and removed by the start of their names", () =>
  withStore(async ({ store }) => {
    await store.transact((tx) => {
      for (
        const name of [["run", "a", 1], ["run", "a", 2], ["run", "b", 1], [
          "runs",
        ]]
      ) {
        store.counters.add(tx, name, 4);
      }
    });
    assert.deepEqual(await store.counters.list(["run", "a"]), [
      { parts: ["run", "a", 1], value: 4 },
      { parts: ["run", "a", 2], value: 4 },
    ]);
    await store.counters.removeAll(["run", "a"]);
    assert.deepEqual(
      await store.counters.getMany([["run", "a", 1], ["run", "b", 1], [
        "runs",
      ]]),
      [0, 4, 4],
    );
  }));

Deno.test("a number that is not whole is refused", () =>
  withStore(async ({ store }) => {
    await assert.rejects(
      store.transact((tx) => store.counters.add(tx, ["n"], 0.5)),
      RangeError,
    );
  }));

Deno.test("a counter back at zero can be dropped, any other stays", () =>
  withStore(async ({ store, kv, faults }) => {
    const { counters } = store;
    const add = (name: string, amount: number) =>
      store.transact((tx) => counters.add(tx, [name], amount));
    for (const name of ["zero", "used", "taken up"]) await add(name, 2);
    await add("zero", -2);
    await add("taken up", -2);
    await counters.dropZero(["zero"]);
    await counters.dropZero(["used"]);
    await counters.dropZero(["never there"]);
    faults.beforeCommit = () => {
      faults.beforeCommit = () => Promise.resolve();
      return add("taken up", 1);
    };
    await counters.dropZero(["taken up"]);
    assert.deepEqual(
      (await rawKeys(kv)).map(([, name]) => name),
      ["taken up", "used"],
    );
    assert.equal(await counters.get(["taken up"]), 1);
  }));
