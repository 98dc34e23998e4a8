import assert from "node:assert/strict";
import type { Core } from "../core.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

/** Starts delivering one message after another and does something once some have gone. */
async function interrupt(
  { core, transport }: TestDelivery,
  { after, by }: { after: number; by: () => Promise<unknown> },
): Promise<void> {
  let isDone = false;
  transport.answer = async () => {
    if (!isDone && transport.delivered.length >= after) {
      isDone = true;
      await by();
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
    return DELIVERED;
  };
  await core.delivery.run();
  assert.ok(isDone);
}

async function runOf({ core, owner }: TestDelivery, mailingId: string) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailingId);
  assert.ok(run);
  return { ...run, totals: await core.delivery.totals(run) };
}

const ONE_BY_ONE = { inFlight: 1 };

Deno.test("a paused mailing stops at once and goes on where it was when resumed", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch } = world;
    await addClients(100);
    const { id } = await launch();
    const mailings = core.mailings.of(owner.id);
    await interrupt(world, { after: 5, by: () => mailings.pause(id) });
    assert.ok(
      transport.delivered.length < 60,
      `${transport.delivered.length} went out`,
    );
    assert.equal((await runOf(world, id)).state, "sending");
    await mailings.resume(id);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 100);
    assert.equal(
      new Set(transport.delivered.map(({ address }) => address)).size,
      100,
    );
    assert.equal((await mailings.get(id)).status, "completed");
  }, ONE_BY_ONE);
});

Deno.test("a cancelled mailing stops for good and its run says so", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch } = world;
    await addClients(100);
    const { id } = await launch();
    await interrupt(world, {
      after: 5,
      by: () => core.mailings.of(owner.id).cancel(id),
    });
    await core.delivery.run();
    const sent = transport.delivered.length;
    assert.ok(sent < 60, `${sent} went out`);
    const run = await runOf(world, id);
    assert.equal(run.state, "cancelled");
    assert.equal(run.totals.delivered, sent);
    assert.equal(
      (await core.delivery.waiting(run, { limit: 10 })).items.length,
      0,
    );
  }, ONE_BY_ONE);
});

Deno.test("blocking its owner halts a mailing, unblocking lets it go on", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch } = world;
    await addClients(100);
    await launch();
    await interrupt(world, {
      after: 5,
      by: () => core.users.block(owner.id, "spam"),
    });
    assert.ok(
      transport.delivered.length < 60,
      `${transport.delivered.length} went out`,
    );
    await core.users.unblock(owner.id);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 100);
  }, ONE_BY_ONE);
});

Deno.test("switching a mailing off halts it", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, now } = world;
    await addClients(100);
    const mailing = await launch();
    const by = () =>
      core.mailings.change(mailing, (old) => ({
        ...old,
        switchedOff: { at: now(), reason: "complaints" },
      }));
    await interrupt(world, { after: 5, by });
    assert.ok(
      transport.delivered.length < 60,
      `${transport.delivered.length} went out`,
    );
  }, ONE_BY_ONE);
});

Deno.test("a worker that is told to stop leaves the rest for the next", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another } = world;
    await addClients(100);
    await launch();
    const ending = new AbortController();
    transport.answer = () => {
      if (transport.delivered.length === 10) ending.abort();
      return DELIVERED;
    };
    await core.delivery.run({ signal: ending.signal });
    assert.ok(
      transport.delivered.length < 20,
      `${transport.delivered.length} went out`,
    );
    await (await another()).delivery.run();
    assert.equal(transport.delivered.length, 100);
    assert.equal(transport.tried.length, 100);
  }, ONE_BY_ONE);
});

Deno.test("when a worker dies another takes its shard over after the lease has lapsed", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another, pass } = world;
    await addClients(20);
    const { id } = await launch();
    const never = Promise.withResolvers<void>();
    transport.answer = async () => {
      if (transport.delivered.length >= 10) await never.promise;
      return DELIVERED;
    };
    const dead = core.delivery.run();
    while (transport.tried.length < 11) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    transport.answer = () => DELIVERED;

    const successor = await another();
    await settledWithin(successor, 30);
    assert.equal(transport.tried.length, 11, "the lease still holds");
    pass(60_000);
    await successor.delivery.run();
    const run = await runOf(world, id);
    assert.equal(run.totals.delivered, 20);
    assert.equal(run.state, "finished");
    never.resolve();
    await dead;
    assert.equal(
      (await runOf(world, id)).totals.delivered,
      20,
      "the dead one's outcome is fenced off",
    );
  }, { inFlight: 1, lease: 30_000 });
});

async function settledWithin(core: Core, ms: number): Promise<void> {
  await core.delivery.run({ signal: AbortSignal.timeout(ms) });
}

Deno.test("a deleted mailing takes its runs and attempts with it", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await addClients(30);
    const { id } = await launch();
    await core.delivery.run();
    const run = await runOf(world, id);
    await core.mailings.of(owner.id).remove(id);
    await staying(
      core,
      async () => (await core.runs.of(owner.id).list(id)).items.length === 0,
    );
    assert.equal(
      (await core.attempts.of(owner.id).ofRun(run.id, { limit: 9 })).items
        .length,
      0,
    );
    assert.equal((await core.delivery.totals(run)).planned, 0);
  });
});

Deno.test("a deleted account takes everything it owned with it, in the middle of a run", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await addClients(50);
    const { id } = await launch();
    await interrupt(world, {
      after: 5,
      by: () => core.users.markDeleted(owner, "correct horse"),
    });
    await staying(
      core,
      async () => await core.users.find(owner.id) === undefined,
    );
    assert.equal(await core.clients.of(owner.id).count(), 0);
    assert.equal(await core.messages.of(owner.id).count(), 0);
    assert.equal(await core.mailings.of(owner.id).count(), 0);
    assert.equal((await core.runs.of(owner.id).list(id)).items.length, 0);
    assert.equal((await core.clients.of(owner.id).list()).items.length, 0);
  }, ONE_BY_ONE);
});

Deno.test("a worker that stays starts what becomes due, without being told", async () => {
  await withDelivery(async ({ core, transport, addClients, launch, pass }) => {
    await addClients(3);
    await launch({ startsAt: "2026-03-01T12:10" });
    await staying(core, () => {
      pass(60_000);
      return Promise.resolve(transport.delivered.length === 3);
    });
    assert.equal(transport.delivered.length, 3);
  });
});

async function staying(
  core: Core,
  until: () => Promise<boolean>,
): Promise<void> {
  const ending = new AbortController();
  const stayed = core.delivery.stay(ending.signal);
  for (let n = 0; n < 1_000 && !await until(); n++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  ending.abort();
  await stayed;
}
