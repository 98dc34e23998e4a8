import assert from "node:assert/strict";
import { Audit } from "./audit.ts";
import { withStore } from "./test_store.ts";

const ACT = {
  by: { id: "ada", name: "Ada", email: "ada@example.com" },
  act: "user.blocked",
  on: { kind: "user", id: "bob", name: "Bob" },
} as const;

Deno.test("an act is written down with its transaction, or not at all", () =>
  withStore(async ({ store }) => {
    const audit = new Audit(store);
    await assert.rejects(store.transact((tx) => {
      audit.write(tx, ACT);
      throw new Error("the act fails");
    }));
    assert.deepEqual((await audit.list()).items, []);
    await store.transact((tx) => audit.write(tx, ACT));
    assert.equal((await audit.list()).items[0]?.act, "user.blocked");
  }));

Deno.test("nothing of the one who acts is kept but who it is", () =>
  withStore(async ({ store }) => {
    const audit = new Audit(store);
    const by = { ...ACT.by, passwordHash: "secret" };
    await store.transact((tx) => audit.write(tx, { ...ACT, by }));
    assert.deepEqual((await audit.list()).items[0]?.by, ACT.by);
  }));

Deno.test("the journal is read page by page, the newest first", () =>
  withStore(async ({ store, pass }) => {
    const audit = new Audit(store);
    for (const note of ["1", "2", "3"]) {
      await store.transact((tx) => audit.write(tx, { ...ACT, note }));
      pass(1);
    }
    const first = await audit.list({ limit: 2 });
    assert.deepEqual(first.items.map(({ note }) => note), ["3", "2"]);
    const second = await audit.list({ limit: 2, cursor: first.next });
    assert.deepEqual(second.items.map(({ note }) => note), ["1"]);
  }));
