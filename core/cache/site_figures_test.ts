import assert from "node:assert/strict";
import { withStore } from "../storage/testing/memory_store.ts";
import { Cache } from "./cache.ts";
import { siteFigures } from "./site_figures.ts";

Deno.test("the numbers of the home page are what was counted some seconds ago", async () => {
  await withStore(async ({ store, clock }) => {
    const cache = new Cache(store);
    const count = (what: string, n: number) =>
      store.transact((tx) => store.counters.add(tx, ["site", what], n));
    await count("mailings", 3);
    await count("active", 2);
    await count("people", 5);
    const first = { mailings: 3, active: 2, people: 5 };
    assert.deepEqual(await siteFigures(store, cache), first);
    await count("people", 1);
    assert.deepEqual(await siteFigures(store, cache), first);
    clock.at = new Date(clock.at.getTime() + 10_000);
    await siteFigures(store, cache);
    await cache.idle();
    assert.deepEqual(await siteFigures(store, cache), { ...first, people: 6 });
  });
});
