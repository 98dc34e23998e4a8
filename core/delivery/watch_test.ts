import assert from "node:assert/strict";
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
