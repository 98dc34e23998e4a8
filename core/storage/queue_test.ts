import assert from "node:assert/strict";
import { withStore } from "./testing/memory_store.ts";
import type { Store } from "./store.ts";

const at = (ms: number) => new Date(1_900_000_000_000 + ms);

function fill(
  store: Store,
  lane: string[],
  places: [ms: number, seq: number][],
): Promise<void> {
  const queue = store.queue<string>("mail");
  return store.transact((tx) => {
    for (const [ms, seq] of places) {
      queue.push(tx, lane, { dueAt: at(ms), seq, value: `${ms}/${seq}` });
    }
  });
}

Deno.test("what is due is taken in order, up to the instant", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run", "0"], [[5, 1], [1, 2], [5, 0], [6, 3]]);
    const taken = await store.queue<string>("mail").take(["run", "0"], {
      until: at(5),
      limit: 10,
    });
    assert.deepEqual(taken.map((entry) => entry.value), ["1/2", "5/0", "5/1"]);
    assert.deepEqual(taken[0], {
      lane: ["run", "0"],
      dueAt: at(1),
      seq: 2,
      value: "1/2",
    });
  }));

Deno.test("taking goes on behind an entry", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run"], [[1, 0], [1, 1], [2, 0], [3, 0]]);
    const queue = store.queue<string>("mail");
    const [, second] = await queue.take(["run"], { until: at(9), limit: 2 });
    const rest = await queue.take(["run"], {
      until: at(9),
      limit: 9,
      after: second,
    });
    assert.deepEqual(rest.map((entry) => entry.value), ["2/0", "3/0"]);
  }));

Deno.test("more can be taken than one read gives", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run"], Array.from({ length: 900 }, (_, i) => [i, 0]));
    await fill(store, ["run"], Array.from({ length: 900 }, (_, i) => [i, 1]));
    const taken = await store.queue("mail").take(["run"], {
      until: at(9_999),
      limit: 1_500,
    });
    assert.equal(taken.length, 1_500);
  }));

Deno.test("a lane does not see the lanes below it or beside it", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run", "sub"], [[1, 0]]);
    await fill(store, ["runs"], [[1, 0]]);
    assert.deepEqual(
      await store.queue("mail").take(["run"], { until: at(9), limit: 9 }),
      [],
    );
    assert.equal(await store.queue("mail").nextDue(["run"]), undefined);
    assert.deepEqual(
      await store.queue("other").take(["runs"], { until: at(9), limit: 9 }),
      [],
    );
  }));

Deno.test("the next instant of a lane is known", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run"], [[7, 0], [3, 0]]);
    assert.deepEqual(await store.queue("mail").nextDue(["run"]), at(3));
  }));

Deno.test("a push and a removal are one mutation each, without reads", () =>
  withStore(async ({ store, faults }) => {
    const queue = store.queue<string>("mail");
    const entry = { lane: ["run"], dueAt: at(1), seq: 1 };
    faults.lockedReads = Infinity;
    await store.transact((tx) =>
      queue.push(tx, entry.lane, { ...entry, value: "x" })
    );
    await store.transact((tx) => queue.remove(tx, entry));
    faults.lockedReads = 0;
    assert.deepEqual(
      faults.tried.map((mutations) => mutations.map((m) => m.type)),
      [["set"], ["delete"]],
    );
    assert.equal(await queue.nextDue(["run"]), undefined);
  }));

Deno.test("a queue is paged through, lanes below included", () =>
  withStore(async ({ store }) => {
    await fill(store, ["run", "0"], [[1, 0], [2, 0]]);
    await fill(store, ["run", "1"], [[1, 0]]);
    const queue = store.queue<string>("mail");
    const first = await queue.list(["run"], { limit: 2 });
    assert.deepEqual(first.items.map((entry) => entry.lane[1]), ["0", "0"]);
    const second = await queue.list(["run"], { limit: 2, cursor: first.next });
    assert.deepEqual(second.items.map((entry) => entry.lane[1]), ["1"]);
    assert.equal(second.next, undefined);
  }));

Deno.test("a lane is emptied with the lanes below it and no others", () =>
  withStore(async ({ store }) => {
    await fill(
      store,
      ["run", "0"],
      Array.from({ length: 950 }, (_, i) => [i, 0]),
    );
    await fill(
      store,
      ["run", "1"],
      Array.from({ length: 950 }, (_, i) => [i, 0]),
    );
    await fill(store, ["runs"], [[1, 0]]);
    const queue = store.queue<string>("mail");
    await queue.removeAll(["run"]);
    assert.equal((await queue.list([], { limit: 5 })).items.length, 1);
  }));
