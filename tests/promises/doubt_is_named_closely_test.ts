import assert from "node:assert/strict";
import type { Outcome } from "../../core/delivery/outcome.ts";
import {
  DELIVERED,
  type TestDelivery,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";

const HOUR = 3_600_000;
const PEOPLE = 600;
const SENT = 105;
/** How many mails the service takes side by side, and in how many milliseconds. */
const AT_ONCE = 14;
const SLOW = 100;
/** A few more are written down as taken than are on their way. */
const CLOSELY = 32;

async function newestRun({ core, owner }: TestDelivery) {
  return (await core.runs.of(owner.id).latest()).items[0];
}

async function deliveredOf(world: TestDelivery): Promise<number> {
  const run = await newestRun(world);
  return run ? (await world.core.delivery.totals(run)).delivered : 0;
}

/** A service that takes so many mails and then says nothing any more, until it is let go. */
function hangingAfter(count: number, { transport }: TestDelivery) {
  const end = Promise.withResolvers<void>();
  const inHand = new Set<string>();
  let answered = 0;
  transport.answer = async ({ address }): Promise<Outcome> => {
    inHand.add(address);
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    if (answered++ >= count) await end.promise;
    else inHand.delete(address);
    return DELIVERED;
  };
  return { inHand, letGo: end.resolve };
}

Deno.test("after a worker's death few more are in doubt than it had handed over", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, another, pass } = world;
    await addClients(PEOPLE);
    await launch();
    const { inHand, letGo } = hangingAfter(SENT, world);
    const dead = core.delivery.run();
    while (await deliveredOf(world) < SENT || inHand.size < AT_ONCE) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const mayBeReached = new Set(inHand);
    transport.answer = () => DELIVERED;
    // Its lease has lapsed.
    pass(HOUR);
    await (await another()).delivery.run();
    const run = await newestRun(world);
    assert.ok(run);
    assert.equal(run.state, "finished");
    assert.equal(await deliveredOf(world), PEOPLE);
    const inDoubt = new Set<string>();
    for await (const attempt of core.attempts.of(owner.id).iterate(run.id)) {
      if (attempt.outcome === "unknown") inDoubt.add(attempt.email);
    }
    letGo();
    await dead;
    assert.deepEqual([...mayBeReached.difference(inDoubt)], []);
    assert.ok(inDoubt.size <= CLOSELY, `${inDoubt.size} in doubt`);
    const repeats = transport.delivered.length - PEOPLE;
    assert.ok(repeats <= AT_ONCE, `${repeats} repeats`);
  }, { ownerInFlight: AT_ONCE });
});

Deno.test("whoever was not taken yet is shown as waiting, not as in hand", async () => {
  await withDelivery(async (world) => {
    const { core, addClients, launch } = world;
    await addClients(PEOPLE);
    await launch();
    const { inHand, letGo } = hangingAfter(0, world);
    const working = core.delivery.run();
    while (inHand.size < AT_ONCE) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const run = await newestRun(world);
    assert.ok(run);
    const outcomes = (await Array.fromAsync(core.delivery.recipients(run)))
      .map(({ outcome }) => outcome);
    letGo();
    await working;
    const claimed = outcomes.filter((outcome) => outcome === "claimed").length;
    assert.ok(claimed >= AT_ONCE && claimed <= CLOSELY, `${claimed} claimed`);
    assert.equal(await deliveredOf(world), PEOPLE);
  }, { ownerInFlight: AT_ONCE });
});
