import assert from "node:assert/strict";
import { withStore } from "../storage/testing/memory_store.ts";
import type { Store } from "../storage/mod.ts";
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

Deno.test("views are written after a while, however many there are", async () => {
  await withStore(async ({ store, clock }) => {
    const views = new Views({ store });
    views.add("x");
    clock.at = new Date(clock.at.getTime() + 5_000);
    views.add("x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 2);
    for (let n = 0; n < 2_000; n++) views.add("x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 2);
    clock.at = new Date(clock.at.getTime() + 5_000);
    views.add("x");
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await store.counters.get(VIEWS), 2_003);
  });
});

Deno.test("what could not be written is written with what comes", async () => {
  await withStore(async ({ store }) => {
    let isLocked = true;
    const locked = () => Promise.reject(new Error("The database is locked"));
    const sometimes: Store = Object.create(store, {
      batch: {
        value: () =>
          isLocked ? { unit: locked, finish: locked } : store.batch(),
      },
    });
    const views = new Views({ store: sometimes });
    views.add("x");
    await assert.rejects(views.flush());
    views.add("x");
    assert.deepEqual(await views.of(["x"]), [2]);
    isLocked = false;
    await views.flush();
    assert.equal(await store.counters.get(VIEWS), 2);
  });
});

Deno.test("an article that was deleted leaves no views, written or waiting", async () => {
  await withStore(async ({ store }) => {
    const views = new Views({ store });
    views.add("x");
    await views.flush();
    views.add("x");
    await views.forget("x");
    assert.deepEqual(await views.of(["x"]), [0]);
    await views.flush();
    assert.equal(await store.counters.get(VIEWS), 0);
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
