import assert from "node:assert/strict";
import type { WatchedRun } from "./watch.ts";
import { DELIVERED, withDelivery } from "./test_delivery.ts";

Deno.test("whoever runs the service sees the runs under way, whose they are and what holds them", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(60);
    const { id } = await launch();
    transport.answer = async () => {
      if (transport.delivered.length === 5) {
        await core.mailings.of(owner.id).pause(id);
      }
      return DELIVERED;
    };
    await core.delivery.run();
    const { runs, hasMore } = await core.watch.look({ limit: 5 });
    assert.equal(hasMore, false);
    const [watched] = runs;
    assert.equal(watched?.state, "paused");
    assert.equal(watched?.mailing, "News");
    assert.equal(watched?.owner?.id, owner.id);
    assert.equal(watched?.parts.left, 1);
    assert.ok(watched.totals.waiting > 0);
    await core.mailings.of(owner.id).resume(id);
    assert.equal(
      (await core.watch.look({ limit: 5 })).runs[0]?.state,
      "sending",
    );
    await core.delivery.run();
    assert.deepEqual((await core.watch.look({ limit: 5 })).runs, []);
  }, { inFlight: 1 });
});

Deno.test("of more runs than are asked for those due longest are looked at", async () => {
  await withDelivery(async ({ core, addClients, launch, pass }) => {
    await addClients(1);
    for (let n = 0; n < 3; n++) {
      await launch();
      pass(60_000);
    }
    await core.delivery.run({ signal: AbortSignal.abort() });
    const all = await core.watch.look({ limit: 3 });
    assert.equal(all.runs.length, 3);
    assert.equal(all.hasMore, false);
    const some = await core.watch.look({ limit: 2 });
    assert.deepEqual(idsOf(some.runs), idsOf(all.runs).slice(0, 2));
    assert.deepEqual(idsOf(all.runs), idsOf(all.runs).toSorted());
    assert.equal(some.hasMore, true);
  });
});

Deno.test("whoever runs the service sees whose mail is held back", async () => {
  await withDelivery(async ({ core, owner, transport, addClients, launch }) => {
    await addClients(20);
    transport.answer = () => ({ kind: "unavailable", reply: "421 Go away" });
    await launch();
    await core.delivery.run();
    const { service } = await core.watch.look({ limit: 5 });
    assert.deepEqual(
      service.doors.map(({ ownerId, owner }) => [ownerId, owner?.name]),
      [[owner.id, "Harbour Books"]],
    );
  });
});

Deno.test("whoever runs the service sees what of a run workers have in hand", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(1);
    let during: WatchedRun | undefined;
    transport.answer = async () => {
      ({ runs: [during] } = await core.watch.look({ limit: 5 }));
      return DELIVERED;
    };
    await launch();
    await core.delivery.run();
    assert.deepEqual(during?.parts, { left: 1, held: 1 });
  });
});

Deno.test("what was deleted is seen until it is cleared", async () => {
  await withDelivery(async ({ core, owner, addClients, launch }) => {
    await addClients(1);
    const { id } = await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    const before = await core.watch.look({ limit: 5 });
    assert.equal(before.deletedAccounts, 0);
    await core.mailings.of(owner.id).cancel(id);
    await core.mailings.of(owner.id).remove(id);
    await core.users.markDeleted(owner, "correct horse");
    const after = await core.watch.look({ limit: 5 });
    assert.equal(after.deletedAccounts, 1);
    assert.equal(after.runs[0]?.mailing, "News");
  });
});

function idsOf(runs: readonly WatchedRun[]): string[] {
  return runs.map(({ run }) => run.id);
}
