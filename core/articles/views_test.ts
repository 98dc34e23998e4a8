import assert from "node:assert/strict";
import { withStore } from "../storage/testing/memory_store.ts";
import { Views } from "./views.ts";

const VIEWS = ["article", "x", "views"];

Deno.test("many views are one write", async () => {
  await withStore(async ({ store }) => {
    const views = new Views({ store });
    for (let n = 0; n < 400; n++) views.add("x");
    assert.equal(await store.counters.get(VIEWS), 0);
    assert.deepEqual(await views.of(["x", "y"]), [400, 0]);
    await views.flush();
    assert.equal(await store.counters.get(VIEWS), 400);
    assert.deepEqual(await views.of(["x"]), [400]);
  });
});

Deno.test("views are written after a while, or once there are a thousand", async () => {
  await withStore(async ({ store, clock }) => {
    const views = new Views({ store });
    views.add("x");
    clock.at = new Date(clock.at.getTime() + 5_000);
    views.add("x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 2);
    for (let n = 0; n < 1_000; n++) views.add("x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 1_002);
  });
});

Deno.test("where the process lasts a lone view is written too", async () => {
  await withStore(async ({ store }) => {
    const works: (() => void)[] = [];
    const views = new Views({ store, later: (work) => works.push(work) });
    views.add("x");
    views.add("x");
    assert.equal(works.length, 1);
    works[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 2);
  });
});
