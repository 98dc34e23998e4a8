import assert from "node:assert/strict";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { POLICY } from "../../core/delivery/policy.ts";
import { DELIVERED, withDelivery } from "../../core/delivery/test_delivery.ts";

const { halting } = POLICY;
const REFUSED: Outcome = { kind: "refused", reply: "550 5.1.1 No such user" };
/** What may fail at most of a mailing that fails altogether. */
const MOST = halting.least + halting.beyond;

function refusedIn(totals: { refused: number }): number {
  return totals.refused;
}

Deno.test("a server that refuses everything at once gets no more than the limit and the stated few", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    await addClients(2_000);
    const { id } = await launch();
    transport.answer = ({ address }) =>
      address.startsWith("client") ? REFUSED : DELIVERED;
    const { runs: [report] } = await core.delivery.run();
    assert.ok(report);
    const refused = refusedIn(report.totals);
    assert.ok(refused >= halting.least && refused <= MOST, `${refused}`);
    const { halted } = await core.mailings.of(owner.id).get(id);
    assert.equal(halted?.reason, "no-mailbox");
    assert.ok(await core.delivery.wasTold(halted));
  }, { halting });
});

Deno.test("several workers at one mailing together keep to it", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch } = world;
    await addClients(1_000);
    await launch();
    transport.answer = async ({ address }) => {
      if (!address.startsWith("client")) return DELIVERED;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return REFUSED;
    };
    const others = [await world.another(), await world.another()];
    const reports = await Promise.all(
      [core, ...others].map(({ delivery }) => delivery.run()),
    );
    const refused = reports.reduce(
      (sum, { handed }) => sum + handed.refused,
      0,
    );
    assert.ok(refused >= halting.least && refused <= MOST, `${refused}`);
  }, { halting, shardSize: 100 });
});

Deno.test("one that begins to refuse after a while gets no more than was delivered and the stated few", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    const good = 600;
    await addClients(4_000);
    const { id } = await launch();
    let asked = 0;
    transport.answer = ({ address }) =>
      address.startsWith("client") && ++asked > good ? REFUSED : DELIVERED;
    const { runs: [report] } = await core.delivery.run();
    assert.ok(report);
    const { delivered, refused } = report.totals;
    assert.ok(refused > delivered, "It stopped too early.");
    assert.ok(refused <= delivered + 1 + halting.beyond, `${refused}`);
    assert.ok((await core.mailings.of(owner.id).get(id)).halted);
  }, { halting });
});

Deno.test("a mailing that its owner lets go on is watched as closely again", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    await addClients(2_000);
    const { id } = await launch();
    transport.answer = ({ address }) =>
      address.startsWith("client") ? REFUSED : DELIVERED;
    await core.delivery.run();
    await core.mailings.of(owner.id).resume(id);
    const { runs: [report] } = await core.delivery.run();
    assert.ok(report);
    assert.ok(refusedIn(report.totals) <= 2 * MOST);
  }, { halting });
});

Deno.test("its owner counts as told only once that mail was handed over", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    await addClients(100);
    const { id } = await launch();
    transport.answer = () => REFUSED;
    await core.delivery.run();
    const { halted } = await core.mailings.of(owner.id).get(id);
    assert.ok(halted);
    assert.equal(await core.delivery.wasTold(halted), false);
  }, { halting });
});
