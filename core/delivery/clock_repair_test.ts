import assert from "node:assert/strict";
import { Backlog } from "./backlog.ts";
import { POLICY } from "./policy.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whom a run delivered to, each as often as they got it. */
function reached({ transport }: TestDelivery): string[] {
  return transport.delivered.map(({ address }) => address).sort();
}

Deno.test("everybody of a run that was put off by a clock that was ahead is reached once", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another, pass } = world;
    await addClients(60);
    pass(10 * DAY);
    await launch();
    // Half are reached, some are put off one way and some the other.
    transport.answer = ({ address }) => {
      const number = Number(address.match(/\d+/)?.[0]);
      if (number % 2 === 0) return DELIVERED;
      return number % 3 === 0
        ? { kind: "deferred", reply: "450 Try later" }
        : { kind: "deferred", reply: "451 Later", retryAfter: HOUR };
    };
    await core.delivery.run();
    pass(-10 * DAY);
    transport.answer = () => DELIVERED;
    await (await another()).delivery.run();
    assert.equal(reached(world).length, 60);
    assert.equal(new Set(reached(world)).size, 60);
    const { items: [run] } = await core.runs.of(world.owner.id).latest();
    assert.equal(run?.state, "finished");
  }, { blockSize: 2 });
});

Deno.test("a block of which some were put off by a clock that was ahead loses nobody", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(5);
    pass(10 * DAY);
    const { id } = await launch();
    const mailings = core.mailings.of(owner.id);
    transport.answer = async () => {
      await mailings.pause(id);
      // Until the worker has noticed.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { kind: "deferred", reply: "450 Try later" };
    };
    await core.delivery.run();
    assert.ok(transport.tried.length < 5);
    pass(-10 * DAY);
    transport.answer = () => DELIVERED;
    await mailings.resume(id);
    await core.delivery.run();
    assert.equal(new Set(reached(world)).size, 5);
  }, { inFlight: 1 });
});

Deno.test("what was begun by a clock that was ahead is given up no later than any other", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(1);
    pass(10 * DAY);
    await launch();
    transport.answer = () => ({ kind: "deferred", reply: "450 Try later" });
    await core.delivery.run();
    pass(-10 * DAY);
    for (let n = 0; n < 15; n++) {
      await core.delivery.run();
      pass(8 * HOUR);
    }
    const { items: [run] } = await core.runs.of(owner.id).latest();
    assert.equal(run?.state, "finished");
  });
});

Deno.test("what a worker has in hand is made due once it is back", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, another, pass } = world;
    await addClients(1);
    pass(10 * DAY);
    await launch();
    transport.answer = () => ({ kind: "deferred", reply: "450 Try later" });
    await core.delivery.run();
    pass(-10 * DAY);
    const { items: [run] } = await core.runs.of(owner.id).latest();
    assert.ok(run);
    const shard = { ownerId: owner.id, runId: run.id, number: 0 };
    const inHand = await new Backlog(core.store).claim(shard, { ttl: 60_000 });
    const worker = await another();
    await worker.delivery.run();
    await inHand?.release();
    pass(POLICY.lease - 1);
    await worker.delivery.run();
    assert.equal(transport.tried.length, 1);
    pass(1);
    await worker.delivery.run();
    assert.equal(transport.tried.length, 2);
  });
});

Deno.test("what is planned once the clock was put right is made due after that", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    pass(10 * DAY);
    await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    pass(-10 * DAY);
    await core.delivery.run();
    assert.equal(transport.tried.length, 0);
    pass(POLICY.lease);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 1);
  });
});

Deno.test("whoever waits no longer than can be asked for waits on", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another, pass } = world;
    await addClients(1);
    await launch();
    const wait = Math.max(POLICY.retry.longest, POLICY.breaker.wish);
    transport.answer = () => ({
      kind: "deferred",
      reply: "451 Later",
      retryAfter: wait,
    });
    await core.delivery.run();
    await (await another()).delivery.run();
    assert.equal(transport.tried.length, 1);
    pass(wait * 1.1);
    await (await another()).delivery.run();
    assert.equal(transport.tried.length, 2);
  });
});

Deno.test("a worker that stays notices that its clock was put right", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(3);
    pass(10 * DAY);
    await launch();
    transport.answer = () => ({ kind: "deferred", reply: "450 Try later" });
    const ending = new AbortController();
    const stayed = core.delivery.stay(ending.signal);
    const until = async (isSo: () => boolean) => {
      for (let n = 0; n < 1_000 && !isSo(); n++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await until(() => transport.tried.length === 3);
    transport.answer = () => DELIVERED;
    pass(-10 * DAY);
    await until(() => transport.delivered.length === 3);
    ending.abort();
    await stayed;
    assert.equal(transport.delivered.length, 3);
  });
});
