import assert from "node:assert/strict";
import { z } from "zod";
import type { Store } from "../storage/mod.ts";
import {
  type MemoryStore,
  withStore,
} from "../storage/testing/memory_store.ts";
import { Cache, type Recipe } from "./cache.ts";

const PLACE = { area: "news", key: "list" };
const FRESH = 1_000;
const STALE = 5_000;

function counted(): { recipe: Recipe<number>; made: () => number } {
  let made = 0;
  return {
    made: () => made,
    recipe: {
      fresh: FRESH,
      stale: STALE,
      schema: z.number(),
      make: () => Promise.resolve(++made),
    },
  };
}

function pass({ clock }: MemoryStore, ms: number): void {
  clock.at = new Date(clock.at.getTime() + ms);
}

Deno.test("a value is made once while it is fresh", async () => {
  await withStore(async (memory) => {
    const cache = new Cache(memory.store);
    const { recipe, made } = counted();
    assert.equal(await cache.remember(PLACE, recipe), 1);
    pass(memory, FRESH - 1);
    assert.equal(await cache.remember(PLACE, recipe), 1);
    assert.equal(made(), 1);
  });
});

Deno.test("requests at the same time wait for one of them", async () => {
  await withStore(async ({ store }) => {
    const cache = new Cache(store);
    const { recipe, made } = counted();
    const values = await Promise.all(
      Array.from({ length: 20 }, () => cache.remember(PLACE, recipe)),
    );
    assert.deepEqual([new Set(values).size, made()], [1, 1]);
  });
});

Deno.test("a stale value serves while one request makes the next", async () => {
  await withStore(async (memory) => {
    const cache = new Cache(memory.store);
    const { recipe, made } = counted();
    await cache.remember(PLACE, recipe);
    pass(memory, FRESH);
    const old = await Promise.all(
      Array.from({ length: 5 }, () => cache.remember(PLACE, recipe)),
    );
    assert.deepEqual(old, [1, 1, 1, 1, 1]);
    await cache.idle();
    assert.equal(await cache.remember(PLACE, recipe), 2);
    assert.equal(made(), 2);
  });
});

Deno.test("a value whose time is over serves nobody", async () => {
  await withStore(async (memory) => {
    const cache = new Cache(memory.store);
    const { recipe } = counted();
    await cache.remember(PLACE, recipe);
    pass(memory, FRESH + STALE);
    assert.equal(await cache.remember(PLACE, recipe), 2);
  });
});

Deno.test("the old value stands while a new one cannot be made", async () => {
  await withStore(async (memory) => {
    const cache = new Cache(memory.store);
    const { recipe } = counted();
    await cache.remember(PLACE, recipe);
    pass(memory, FRESH);
    const failing = { ...recipe, make: () => Promise.reject(new Error("no")) };
    assert.equal(await cache.remember(PLACE, failing), 1);
    // A failure that nobody caught would end the process here.
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(await cache.remember(PLACE, failing), 1);
    await cache.idle();
  });
});

Deno.test("another process takes what the first one made", async () => {
  await withStore(async ({ store }) => {
    const { recipe, made } = counted();
    await new Cache(store).remember(PLACE, recipe);
    assert.equal(await new Cache(store).remember(PLACE, recipe), 1);
    assert.equal(made(), 1);
  });
});

Deno.test("of two processes with a stale value one makes the next", async () => {
  await withStore(async (memory) => {
    const caches = [new Cache(memory.store), new Cache(memory.store)];
    const { recipe, made } = counted();
    for (const cache of caches) await cache.remember(PLACE, recipe);
    pass(memory, FRESH);
    for (const cache of caches) {
      await cache.remember(PLACE, recipe);
      await cache.idle();
    }
    assert.equal(made(), 2);
    for (const cache of caches) {
      assert.equal(await cache.remember(PLACE, recipe), 2);
    }
  });
});

Deno.test("whichever process comes first makes the next value, again and again", async () => {
  await withStore(async (memory) => {
    const caches = [new Cache(memory.store), new Cache(memory.store)];
    const { recipe, made } = counted();
    for (const cache of caches) await cache.remember(PLACE, recipe);
    for (const cache of caches) {
      pass(memory, FRESH);
      await cache.remember(PLACE, recipe);
      await cache.idle();
    }
    assert.equal(made(), 3);
  });
});

Deno.test("two processes that find a value stale at the same time make one new value", async () => {
  await withStore(async (memory) => {
    const caches = [new Cache(memory.store), new Cache(memory.store)];
    const { recipe, made } = counted();
    for (const cache of caches) await cache.remember(PLACE, recipe);
    pass(memory, FRESH);
    const slow = Promise.withResolvers<void>();
    const slowly = { ...recipe, make: () => slow.promise.then(recipe.make) };
    for (const cache of caches) await cache.remember(PLACE, slowly);
    await new Promise((resolve) => setTimeout(resolve, 20));
    slow.resolve();
    for (const cache of caches) await cache.idle();
    assert.equal(made(), 2);
  });
});

Deno.test("what was forgotten shows anew here at once, elsewhere when it is no longer fresh", async () => {
  await withStore(async (memory) => {
    const here = new Cache(memory.store), there = new Cache(memory.store);
    const { recipe } = counted();
    await here.remember(PLACE, recipe);
    await there.remember(PLACE, recipe);
    await here.forget(PLACE.area);
    assert.equal(await here.remember(PLACE, recipe), 2);
    assert.equal(await there.remember(PLACE, recipe), 1);
    pass(memory, FRESH);
    await there.remember(PLACE, recipe);
    await there.idle();
    assert.ok(await there.remember(PLACE, recipe) >= 2);
  });
});

Deno.test("what was being made when it was forgotten is not kept", async () => {
  await withStore(async ({ store }) => {
    const cache = new Cache(store);
    const { recipe } = counted();
    const slow = Promise.withResolvers<number>();
    const old = cache.remember(PLACE, { ...recipe, make: () => slow.promise });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await cache.forget(PLACE.area);
    assert.equal(await cache.remember(PLACE, recipe), 1);
    slow.resolve(-1);
    assert.equal(await old, -1);
    assert.equal(await cache.remember(PLACE, recipe), 1);
    assert.equal(await new Cache(store).remember(PLACE, recipe), 1);
  });
});

Deno.test("what was forgotten while it was being written does not stay", async () => {
  await withStore(async ({ store }) => {
    let isFirst = true;
    const slow: Store = Object.create(store, {
      transact: {
        value: async (work: Parameters<Store["transact"]>[0]) => {
          if (isFirst) {
            isFirst = false;
            await cache.forget(PLACE.area);
          }
          return await store.transact(work);
        },
      },
    });
    const cache = new Cache(slow);
    const { recipe } = counted();
    assert.equal(await cache.remember(PLACE, recipe), 1);
    assert.equal(await new Cache(store).remember(PLACE, recipe), 2);
  });
});

Deno.test("what another program left in another shape is made anew", async () => {
  await withStore(async ({ store }) => {
    const { recipe } = counted();
    await new Cache(store).remember(PLACE, {
      ...recipe,
      schema: z.string(),
      make: () => Promise.resolve("old"),
    });
    assert.equal(await new Cache(store).remember(PLACE, recipe), 1);
  });
});

Deno.test("what is too large for the store is kept in memory", async () => {
  await withStore(async ({ store }) => {
    const cache = new Cache(store);
    let made = 0;
    const recipe = {
      fresh: FRESH,
      stale: STALE,
      schema: z.string(),
      make: () => Promise.resolve(`${++made}`.padEnd(100_000, "x")),
    };
    const first = await cache.remember(PLACE, recipe);
    assert.equal(await cache.remember(PLACE, recipe), first);
    assert.equal(made, 1);
  });
});
