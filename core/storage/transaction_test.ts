import assert from "node:assert/strict";
import { withStore } from "./testing/memory_store.ts";

Deno.test("a transaction reads what it wrote", () =>
  withStore(async ({ store, kv }) => {
    await kv.set(["old"], 1);
    await store.transact(async (tx) => {
      tx.set(["new"], 2);
      tx.delete(["old"]);
      assert.deepEqual(await tx.getMany([["new"], ["old"], ["none"]]), [
        2,
        undefined,
        undefined,
      ]);
      tx.set(["old"], 3);
      assert.equal(await tx.get(["old"]), 3);
    });
    assert.equal((await kv.get(["old"])).value, 3);
  }));

Deno.test("a transaction sees the same value however often it reads", () =>
  withStore(async ({ store, kv }) => {
    await kv.set(["a"], 1);
    let runs = 0;
    await store.transact(async (tx) => {
      const first = await tx.get(["a"]);
      if (++runs === 1) await kv.set(["a"], 2);
      assert.equal(await tx.get(["a"]), first);
      tx.set(["b"], first);
    });
    assert.equal((await kv.get(["b"])).value, 2);
  }));

Deno.test("what a reader does to a value changes nothing for the next", () =>
  withStore(async ({ store, kv }) => {
    await kv.set(["a"], { list: [1] });
    await store.transact(async (tx) => {
      const value = await tx.get(["a"]);
      assert.ok(
        value && typeof value === "object" && "list" in value &&
          Array.isArray(value.list),
      );
      value.list.push(2);
      assert.deepEqual(await tx.get(["a"]), { list: [1] });
    });
  }));

Deno.test("two reads without a write are checked to belong together", () =>
  withStore(async ({ store, kv }) => {
    let runs = 0;
    const pair = await store.transact(async (tx) => {
      const a = await tx.get(["a"]);
      if (++runs === 1) await kv.atomic().set(["a"], 1).set(["b"], 1).commit();
      return [a, await tx.get(["b"])];
    });
    assert.deepEqual(pair, [1, 1]);
  }));

Deno.test("a write that was not awaited inside the transaction is refused", () =>
  withStore(async ({ store }) => {
    let late = () => {};
    await store.transact((tx) => {
      late = () => tx.set(["late"], 1);
    });
    assert.throws(late, /transaction is over/);
  }));

Deno.test("more reads than any server checks at once are refused", () =>
  withStore(async ({ store }) => {
    const read = (count: number) =>
      store.transact(async (tx) => {
        await tx.getMany(Array.from({ length: count }, (_, i) => ["k", i]));
        tx.set(["done"], count);
      });
    await read(10);
    await assert.rejects(read(11), /read 11 keys; at most 10/);
  }));
