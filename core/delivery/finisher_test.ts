import assert from "node:assert/strict";
import { withDelivery } from "./test_delivery.ts";

Deno.test("a run whose recipients do not add up stays open", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await addClients(3);
    const { id } = await launch();
    await core.delivery.run({ signal: AbortSignal.abort() });
    const { items: [run] } = await core.runs.of(owner.id).list(id);
    assert.ok(run);
    await core.store.transact((tx) => {
      core.store.counters.add(tx, ["run", run.id, "delivered"], -1);
    });
    await core.delivery.run({ signal: AbortSignal.timeout(300) });
    const after = await core.runs.of(owner.id).get(run.id);
    assert.equal(after.state, "sending");
    await core.store.transact((tx) => {
      core.store.counters.add(tx, ["run", run.id, "delivered"], 1);
    });
    await core.delivery.run();
    assert.equal((await core.runs.of(owner.id).get(run.id)).state, "finished");
  });
});
