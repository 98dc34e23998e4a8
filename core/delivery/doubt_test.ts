import assert from "node:assert/strict";
import type { Outcome } from "./outcome.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const HOUR = 3_600_000;
const LOST: Outcome = {
  kind: "unavailable",
  reply: "The connection was lost before the answer.",
  inDoubt: true,
};

async function ledger({ core, owner }: TestDelivery, mailingId: string) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailingId);
  assert.ok(run);
  const attempts = await Array.fromAsync(
    core.attempts.of(owner.id).iterate(run.id),
  );
  const recipients = await Array.fromAsync(core.delivery.recipients(run));
  return {
    run,
    totals: await core.delivery.totals(run),
    statistics: await core.statistics.ofRun(run),
    tries: attempts.map(({ email, number, outcome }) =>
      `${email.split("@")[0]} ${number} ${outcome}`
    ),
    states: recipients.map(({ outcome }) => outcome),
  };
}

Deno.test("a message whose answer was lost is known to be in doubt, and goes out again under the same id", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    transport.answer = () => LOST;
    const { id } = await launch();
    await core.delivery.run();
    const before = await ledger(world, id);
    assert.deepEqual(before.tries, ["client1 1 unknown"]);
    assert.deepEqual(before.states, ["unknown"]);
    assert.equal(before.totals.waiting, 1);
    assert.equal(before.statistics.doubts, 1);
    transport.answer = () => DELIVERED;
    pass(HOUR);
    await core.delivery.run();
    const after = await ledger(world, id);
    assert.deepEqual(after.tries, ["client1 1 unknown", "client1 2 delivered"]);
    assert.equal(after.run.state, "finished");
    const [first, second] = transport.tried;
    assert.equal(first?.messageId, second?.messageId);
  });
});

Deno.test("a message whose answers are lost again and again is given up in the end", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    transport.answer = () => LOST;
    const { id } = await launch();
    for (let round = 0; round < 60; round++) {
      await core.delivery.run();
      pass(8 * HOUR);
    }
    const { totals, run } = await ledger(world, id);
    assert.equal(totals.expired, 1);
    assert.equal(run.state, "finished");
  });
});

Deno.test("a message is written down as in hand before it is handed over", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch } = world;
    await addClients(1);
    const { id } = await launch();
    const states: unknown[] = [];
    transport.answer = async () => {
      states.push(...(await ledger(world, id)).states);
      return DELIVERED;
    };
    await core.delivery.run();
    assert.deepEqual(states, ["claimed"]);
  });
});

Deno.test("what a worker had in hand when it died is in doubt, and nothing else", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another, pass } = world;
    await addClients(100);
    const never = Promise.withResolvers<Outcome>();
    transport.answer = () =>
      transport.tried.length > 12 ? never.promise : DELIVERED;
    const { id } = await launch();
    const dead = core.delivery.run();
    while (transport.tried.length < 13) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    while ((await ledger(world, id)).totals.delivered < 12) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const during = await ledger(world, id);
    assert.ok(during.states.includes("claimed"), String(during.states));
    transport.answer = () => DELIVERED;
    pass(HOUR);
    await (await another()).delivery.run();
    const { run, tries, totals } = await ledger(world, id);
    never.resolve(DELIVERED);
    await dead;
    assert.equal(totals.delivered, 100);
    assert.equal(run.state, "finished");
    const inDoubt = tries.filter((one) => one.endsWith("unknown"));
    assert.ok(
      inDoubt.length >= 1 && inDoubt.length <= 20,
      `${inDoubt.length} in doubt`,
    );
    assert.equal((await ledger(world, id)).totals.delivered, 100);
    // Two couriers had a block of five each.
  }, {
    blockSize: 5,
    claimBatch: 1,
    inFlight: 4,
    ownerInFlight: 4,
    shardSize: 10,
  });
});

Deno.test("what was taken but not sent when a mailing was paused is not in doubt", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(100);
    const { id } = await launch();
    transport.answer = async () => {
      if (transport.delivered.length === 5) {
        await core.mailings.of(owner.id).pause(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 3));
      return DELIVERED;
    };
    await core.delivery.run();
    assert.ok((await ledger(world, id)).totals.waiting > 0);
    await core.mailings.of(owner.id).resume(id);
    await core.delivery.run();
    const { tries, totals } = await ledger(world, id);
    assert.equal(totals.delivered, 100);
    assert.deepEqual(tries.filter((one) => !one.endsWith("1 delivered")), []);
  }, { inFlight: 1 });
});
