import assert from "node:assert/strict";
import { countingRun } from "../attempts/attempt_counters.ts";
import type { Core } from "../core.ts";
import { Backlog } from "./backlog.ts";
import { Finisher } from "./finisher.ts";
import type { Outcome } from "./outcome.ts";
import type { RunRef } from "../mailings/run.ts";
import { claimPlan } from "./planner.ts";
import { POLICY } from "./policy.ts";
import { Tally } from "./tally.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const DAY = 24 * 3_600_000;
const LATER: Outcome = { kind: "deferred", reply: "450 Try later" };

async function runOf({ core, owner }: TestDelivery, mailingId: string) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailingId);
  assert.ok(run);
  return run;
}

/** Counts one delivery of a run more or less than there was. */
function miscount({ store }: Core, run: RunRef, by: 1 | -1): Promise<void> {
  return store.transact((tx) => {
    store.counters.add(tx, [...countingRun(run), "delivered"], by);
  });
}

function finisherOf(core: Core, log: (message: string) => void): Finisher {
  const { store } = core;
  const parts = { backlog: new Backlog(store), tally: new Tally(store) };
  return new Finisher({ ...core, ...parts, policy: POLICY, log });
}

Deno.test("a run whose recipients do not add up stays open", async () => {
  await withDelivery(async (world) => {
    const { core, addClients, launch } = world;
    await addClients(3);
    const { id } = await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    const run = await runOf(world, id);
    await miscount(core, run, -1);
    await core.delivery.run({ signal: AbortSignal.timeout(300) });
    assert.equal((await runOf(world, id)).state, "sending");
    await miscount(core, run, 1);
    await core.delivery.run();
    assert.equal((await runOf(world, id)).state, "finished");
  });
});

Deno.test("a run that does not add up holds up no round of delivering, and is told of once", async () => {
  await withDelivery(async (world) => {
    const { core, addClients, launch } = world;
    await addClients(3);
    const { id } = await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    await miscount(core, await runOf(world, id), -1);
    const patience = AbortSignal.timeout(10_000);
    await core.delivery.run({ signal: patience });
    assert.ok(!patience.aborted, "the round ended by itself");
    const told: string[] = [];
    const finisher = finisherOf(core, (message) => told.push(message));
    const run = await runOf(world, id);
    for (let n = 0; n < 3; n++) {
      const entry = {
        run,
        isGranted: true,
        isCancelled: false,
        endsAt: undefined,
        skipRest: undefined,
      };
      assert.equal(await finisher.look(entry), false);
    }
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /stays open: 1 of its recipients/);
  });
});

Deno.test("a mailing is under way until the last of its runs has ended", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(2);
    const { id } = await launch({ repeat: "daily" });
    let late = "client1@example.com";
    transport.answer = ({ address }) => address === late ? LATER : DELIVERED;
    await core.delivery.run();
    late = "client2@example.com";
    pass(DAY);
    await core.delivery.run();
    const { items } = await core.runs.of(owner.id).list(id);
    assert.deepEqual(items.map(({ state }) => state), ["sending", "finished"]);
    const mailings = core.mailings.of(owner.id);
    assert.equal((await mailings.get(id)).status, "running");
    late = "";
    pass(DAY / 2);
    await core.delivery.run();
    assert.equal((await mailings.get(id)).status, "scheduled");
  });
});

Deno.test("what becomes of a mailing that was switched off during its last message stays open", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, now } = world;
    await addClients(1);
    const mailing = await launch();
    transport.answer = async () => {
      const switchedOff = { at: now(), reason: "complaints" };
      await core.mailings.change(mailing, (old) => ({ ...old, switchedOff }));
      return DELIVERED;
    };
    await core.delivery.run();
    await core.delivery.run();
    assert.equal((await runOf(world, mailing.id)).state, "finished");
    const { status } = await core.mailings.of(owner.id).get(mailing.id);
    assert.equal(status, "running");
  });
});

Deno.test("a cancelled run is not ended while somebody still plans it", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await addClients(3);
    const { id } = await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    const planning = await claimPlan(
      core.store,
      await runOf(world, id),
      POLICY,
    );
    assert.ok(planning);
    await core.mailings.of(owner.id).cancel(id);
    const isEnded = async () => (await runOf(world, id)).state === "cancelled";
    await core.delivery.run();
    assert.equal(await isEnded(), false);
    await planning.release();
    await core.delivery.run();
    assert.equal(await isEnded(), true);
  });
});
