import assert from "node:assert/strict";
import { createStore } from "../storage/mod.ts";
import type { Outcome } from "./outcome.ts";
import type { Pass } from "./outlet.ts";
import { ACCOUNT, Outlets } from "./outlets.ts";
import { POLICY } from "./policy.ts";

const { threshold, first, probe } = POLICY.breaker;
const DELIVERED: Outcome = { kind: "delivered", reply: "250 Ok" };
const TROUBLE: Outcome = { kind: "unavailable", reply: "connection refused" };

interface World {
  /** The outlets of one more worker. */
  worker(options?: { atOnce: number }): Outlets;
  pass(ms: number): void;
}

async function withWorkers(test: (world: World) => Promise<void>) {
  let time = Date.parse("2026-06-01T00:00:00Z");
  const kv = await Deno.openKv(":memory:");
  const store = createStore(kv, { now: () => new Date(time) });
  try {
    await test({
      worker: (options) =>
        new Outlets({ store, service: "test", policy: POLICY, ...options }),
      pass: (ms) => void (time += ms),
    });
  } finally {
    store.close();
  }
}

async function entered(outlets: Outlets, ownerId = "anna"): Promise<Pass> {
  const pass = await outlets.of(ownerId).enter();
  assert.ok(pass);
  return pass;
}

/** Sends so many messages of an owner, one after another. */
async function send(
  outlets: Outlets,
  { times = 1, ownerId = "anna", outcome }: {
    times?: number;
    ownerId?: string;
    outcome: Outcome;
  },
): Promise<void> {
  for (let n = 0; n < times; n++) {
    const pass = await entered(outlets, ownerId);
    await pass.report(outcome);
    pass.leave();
  }
}

const breaks = (outlets: Outlets, ownerId = "anna") =>
  send(outlets, { times: threshold, ownerId, outcome: TROUBLE });

Deno.test("trouble of one owner's messages closes the door of that owner alone", async () => {
  await withWorkers(async ({ worker }) => {
    const outlets = worker();
    await breaks(outlets);
    assert.equal(outlets.of("anna").closedDoor?.reason, "connection refused");
    assert.equal(await outlets.of("anna").enter(), undefined);
    await send(outlets, { ownerId: "boris", outcome: DELIVERED });
    await send(outlets, { ownerId: ACCOUNT, outcome: DELIVERED });
  });
});

Deno.test("other workers learn of a closed door, also those that have not met the owner", async () => {
  await withWorkers(async ({ worker }) => {
    const [first, known, unknown] = [worker(), worker(), worker()];
    known.of("anna");
    await breaks(first);
    await known.refresh();
    await unknown.refresh();
    assert.ok(known.of("anna").closedDoor);
    assert.ok(unknown.of("anna").closedDoor);
    assert.deepEqual(
      (await unknown.closedDoors()).map(({ ownerId, door }) => [
        ownerId,
        door.reason,
      ]),
      [["anna", "connection refused"]],
    );
  });
});

Deno.test("after a break one of all who ask in all workers is let through", async () => {
  await withWorkers(async ({ worker, pass }) => {
    const workers = [worker(), worker(), worker()];
    await breaks(workers[0]!);
    for (const outlets of workers) await outlets.refresh();
    pass(first);
    const asked = workers.flatMap((outlets) =>
      Array.from({ length: 5 }, () => {
        const entering: { pass?: Pass | undefined; isDone?: true } = {};
        outlets.of("anna").enter().then((pass) =>
          Object.assign(entering, { pass, isDone: true })
        );
        return entering;
      })
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(asked.filter(({ pass }) => pass).length, 1);
    // Those who wait for the probe of their own worker hear of its end.
    const probing = asked.find(({ pass }) => pass)!.pass!;
    await probing.report(TROUBLE);
    probing.leave();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(asked.every(({ isDone }) => isDone));
    assert.equal(asked.filter(({ pass }) => pass).length, 1);
  });
});

Deno.test("a probe that is answered opens the door for all workers, one that fails closes it for longer", async () => {
  await withWorkers(async ({ worker, pass }) => {
    const [one, other] = [worker(), worker()];
    await breaks(one);
    pass(first);
    await send(one, { outcome: TROUBLE });
    pass(first);
    assert.ok(one.of("anna").closedDoor);
    pass(first);
    await other.refresh();
    await send(other, { outcome: DELIVERED });
    assert.equal(other.of("anna").isOnTrial, false);
    await one.refresh();
    assert.equal(one.of("anna").isOnTrial, false);
    await send(one, { times: 3, outcome: DELIVERED });
    assert.deepEqual(await one.closedDoors(), []);
  });
});

Deno.test("a probe that is left without a report lets another probe at once, in any worker", async () => {
  await withWorkers(async ({ worker, pass }) => {
    const [one, other] = [worker(), worker()];
    await breaks(one);
    pass(first);
    const unused = await entered(one);
    await other.refresh();
    assert.ok(other.of("anna").closedDoor);
    unused.leave();
    await one.idle();
    await other.refresh();
    const second = await entered(other);
    await second.report(DELIVERED);
    second.leave();
    await one.refresh();
    await send(one, { outcome: DELIVERED });
  });
});

Deno.test("a probe whose worker died keeps others out until its time is up", async () => {
  await withWorkers(async ({ worker, pass }) => {
    const [dead, other] = [worker(), worker()];
    await breaks(dead);
    pass(first);
    const lost = await entered(dead);
    await other.refresh();
    assert.equal(await other.of("anna").enter(), undefined);
    pass(probe);
    const second = await entered(other);
    const waiting = dead.of("anna").enter();
    await dead.refresh();
    assert.equal(await waiting, undefined);
    // What the lost one hears in the end says nothing of the second.
    await lost.report(TROUBLE);
    lost.leave();
    await second.report(DELIVERED);
    second.leave();
    await dead.refresh();
    assert.equal(dead.of("anna").isOnTrial, false);
  });
});

Deno.test("answers to what was under way when the door closed do not open it", async () => {
  await withWorkers(async ({ worker }) => {
    const outlets = worker();
    const late = await entered(outlets);
    await breaks(outlets);
    await late.report(DELIVERED);
    late.leave();
    assert.ok(outlets.of("anna").closedDoor);
    await outlets.refresh();
    assert.ok(outlets.of("anna").closedDoor);
  });
});

Deno.test("who wants no message any more while waiting for a place takes none", async () => {
  await withWorkers(async ({ worker }) => {
    const outlets = worker();
    const passes: Pass[] = [];
    for (let n = 0; n < POLICY.ownerInFlight; n++) {
      passes.push(await entered(outlets));
    }
    const entering = outlets.of("anna").enter(() => false);
    for (const pass of passes) {
      pass.leave();
      pass.leave();
    }
    assert.equal(await entering, undefined);
    for (let n = 0; n < POLICY.ownerInFlight; n++) await entered(outlets);
  });
});

Deno.test("no more is handed over at once than the service has use for", async () => {
  await withWorkers(async ({ worker }) => {
    const outlets = worker({ atOnce: 4 });
    const passes = [await entered(outlets), await entered(outlets)];
    let isIn = false;
    const third = entered(outlets).finally(() => isIn = true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(isIn, false);
    // The place of one that is answered is free before that is written down.
    await passes[0]!.report(DELIVERED);
    (await third).leave();
    for (const pass of passes) pass.leave();
  });
});

Deno.test("what is kept of an owner goes with the owner", async () => {
  await withWorkers(async ({ worker }) => {
    const outlets = worker();
    await breaks(outlets);
    await outlets.forget("anna");
    assert.deepEqual(await outlets.closedDoors(), []);
  });
});
