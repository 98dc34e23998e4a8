import assert from "node:assert/strict";
import * as fc from "fast-check";
import { createStore, type Store } from "../storage/mod.ts";
import type { Limits } from "./limit.ts";
import { Outlets } from "./outlets.ts";
import { POLICY } from "./policy.ts";
import { VirtualTime } from "./test_virtual_time.ts";

const MIDNIGHT = Date.parse("2026-06-01T00:00:00Z");
const DAY = 24 * 60 * 60 * 1_000;

interface World {
  store: Store;
  time: VirtualTime;
  worker(limits: Partial<Limits>): Outlets;
}

async function withLimits(test: (world: World) => Promise<void>) {
  const time = new VirtualTime(MIDNIGHT);
  const kv = await Deno.openKv(":memory:");
  const store = createStore(kv, { now: time.now });
  time.watch(store);
  const wait = (ms: number) => time.wait(ms);
  try {
    await test({
      store,
      time,
      worker: (limits) =>
        new Outlets({
          store,
          service: "test",
          wait,
          policy: { ...POLICY, limits: { service: {}, owner: {}, ...limits } },
        }),
    });
  } finally {
    store.close();
  }
}

/** Starts messages as they are allowed until a time; gives when each was started. */
async function startAll(
  outlets: Outlets,
  { time, owner = "anna", until, rest = 0 }: {
    time: VirtualTime;
    owner?: string;
    until: number;
    /** Between one message and the next. */
    rest?: number;
  },
): Promise<number[]> {
  const starts: number[] = [];
  const mayGoOn = () => time.now().getTime() < until;
  while (mayGoOn()) {
    const pass = await outlets.of(owner).enter(mayGoOn);
    if (!pass) break;
    starts.push(time.now().getTime() - MIDNIGHT);
    pass.leave();
    if (rest > 0) await time.wait(rest);
  }
  return starts;
}

/** The most starts beyond rate * time that any window saw. */
function worstBurst(starts: number[], rate: number): number {
  starts.sort((a, b) => a - b);
  let worst = 0;
  // The lowest point so far of the line that the starts climb.
  let lowest = Infinity;
  for (const [index, at] of starts.entries()) {
    const earned = at / 1_000 * rate;
    lowest = Math.min(lowest, index - earned);
    worst = Math.max(worst, index + 1 - earned - lowest);
  }
  return worst;
}

Deno.test("without limits nothing is kept and nothing waits", async () => {
  await withLimits(async ({ store, worker }) => {
    const outlets = worker({});
    const transact = store.transact;
    store.transact = () => assert.fail("the store was used");
    for (let n = 0; n < 1_000; n++) (await outlets.of("anna").enter())!.leave();
    store.transact = transact;
  });
});

Deno.test("no window ever sees more starts than burst + rate * time, however many workers there are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        rate: fc.oneof(
          fc.double({ min: 0.2, max: 5, noNaN: true }),
          fc.integer({ min: 1, max: 60 }),
        ),
        burst: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
        workers: fc.integer({ min: 1, max: 4 }),
        rest: fc.constantFrom(0, 0, 20, 130),
        breaks: fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 3 }),
        whose: fc.constantFrom("service" as const, "owner" as const),
      }),
      async ({ rate, burst, workers, rest, breaks, whose }) => {
        await withLimits(async ({ time, worker }) => {
          const limit = { rate, ...(burst !== undefined && { burst }) };
          const starting = Array.from({ length: workers }, async (_, index) => {
            const outlets = worker({ [whose]: limit });
            const starts: number[] = [];
            for (const pause of [0, ...breaks]) {
              await time.wait(pause * (index + 1));
              const until = time.now().getTime() + 2_000;
              starts.push(...await startAll(outlets, { time, until, rest }));
            }
            return starts;
          });
          const starts = (await time.run(Promise.all(starting))).flat();
          const most = burst ?? Math.ceil(rate);
          const worst = worstBurst(starts, rate);
          assert.ok(worst <= most + 1e-6, `${worst} beyond a burst of ${most}`);
        });
      },
    ),
    { numRuns: 25 },
  );
});

Deno.test("a rate is made use of: after a minute nearly all that it allows has gone", async () => {
  for (const limit of [{ rate: 10 }, { rate: 2, burst: 1 }]) {
    await withLimits(async ({ time, worker }) => {
      const until = MIDNIGHT + 60_000;
      const workers = [worker({ service: limit }), worker({ service: limit })];
      const starts = await time.run(Promise.all(
        workers.map((outlets) => startAll(outlets, { time, until })),
      ));
      const allowed = 60 * limit.rate;
      const made = starts.flat().length;
      assert.ok(made >= 0.85 * allowed, `${made} of ${allowed}`);
    });
  }
});

Deno.test("owners who wait for the service's rate get their messages in turns", async () => {
  await withLimits(async ({ time, worker }) => {
    const outlets = worker({ service: { rate: 10, burst: 2 } });
    const until = MIDNIGHT + 20_000;
    const greedy = Array.from(
      { length: 9 },
      () => startAll(outlets, { time, until, owner: "anna" }),
    );
    const modest = startAll(outlets, { time, until, owner: "boris" });
    const [starts = [], ...others] = await time.run(
      Promise.all([modest, ...greedy]),
    );
    const ofOthers = others.flat().length;
    assert.ok(
      starts.length >= 0.8 * ofOthers,
      `${starts.length} beside ${ofOthers}`,
    );
  });
});

Deno.test("one owner's limit does not slow another owner", async () => {
  await withLimits(async ({ time, worker }) => {
    const outlets = worker({ owner: { rate: 1 } });
    const until = MIDNIGHT + 10_000;
    const [anna = [], boris = []] = await time.run(Promise.all(
      ["anna", "boris"].map((owner) =>
        startAll(outlets, { time, until, owner })
      ),
    ));
    assert.ok(anna.length >= 9 && boris.length >= 9);
  });
});

Deno.test("a day's messages that are used up close the door until the next day, for all workers", async () => {
  await withLimits(async ({ time, worker }) => {
    const limits = { owner: { daily: 1_000 } };
    const workers = [worker(limits), worker(limits)];
    const sent = async (until: number) => {
      const starts = await time.run(Promise.all(
        workers.map((outlets) => startAll(outlets, { time, until })),
      ));
      return starts.flat().length;
    };
    assert.equal(await sent(MIDNIGHT + DAY), 1_000);
    const [one] = workers;
    const door = one!.of("anna").closedDoor;
    assert.equal(door?.reason, "the daily limit of 1000 messages is used up");
    assert.equal(door?.until.getTime(), MIDNIGHT + DAY);
    assert.deepEqual(
      (await one!.closedDoors()).map(({ ownerId, door }) => [
        ownerId,
        door.kind,
      ]),
      [["anna", "limit"]],
    );
    assert.ok(await one!.of("boris").enter());
    time.pass(DAY);
    assert.equal(one!.of("anna").closedDoor, undefined);
    assert.equal(await sent(MIDNIGHT + 2 * DAY), 1_000);
  });
});

Deno.test("the service's own mail is under the service's limits alone", async () => {
  await withLimits(async ({ worker }) => {
    const free = worker({ owner: { daily: 1 } });
    for (let n = 0; n < 3; n++) assert.ok(await free.of("account").enter());
    const limited = worker({ service: { daily: 1 } });
    assert.ok(await limited.of("account").enter());
    assert.equal(await limited.of("account").enter(), undefined);
    assert.ok(limited.of("anna").closedDoor, "which is that of all");
  });
});

Deno.test("a message that waits for one limit uses nothing up under another", async () => {
  await withLimits(async ({ time, worker }) => {
    const outlets = worker({
      service: { rate: 1, burst: 1 },
      owner: { rate: 100, daily: 40 },
    });
    const until = MIDNIGHT + 60_000;
    const starts = await time.run(startAll(outlets, { time, until }));
    assert.equal(starts.length, 40);
  });
});
