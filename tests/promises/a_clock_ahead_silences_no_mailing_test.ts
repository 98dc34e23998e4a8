import assert from "node:assert/strict";
import {
  type TestDelivery,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AHEAD = 10 * DAY;

/** The days of all runs of a mailing. */
async function daysOf(
  { core, owner }: TestDelivery,
  mailingId: string,
): Promise<string[]> {
  const { items } = await core.runs.of(owner.id).list(mailingId);
  return items.map(({ dueAt }) => dueAt.toISOString().slice(0, 10)).sort();
}

Deno.test("a daily mailing that a clock sent days ahead goes on the next day", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, another, pass } = world;
    await addClients(1);
    const { id } = await launch({ repeat: "daily" });
    await core.delivery.run();
    pass(AHEAD);
    await core.delivery.run();
    pass(-AHEAD);
    const worker = await another();
    await worker.delivery.run();
    assert.equal(transport.delivered.length, 2);
    const mailing = await core.mailings.of(owner.id).get(id);
    assert.equal(mailing.nextDueAt?.toISOString(), "2026-03-02T12:00:00.000Z");
    assert.equal(mailing.missed, 0);
    for (let day = 1; day <= 12; day++) {
      pass(DAY);
      await worker.delivery.run();
    }
    // That of the eleventh went out ahead of its time, and does not go out twice.
    const days = Array.from(
      { length: 13 },
      (_, n) => `2026-03-${String(n + 1).padStart(2, "0")}`,
    );
    assert.deepEqual(await daysOf(world, id), days);
    assert.equal(transport.delivered.length, days.length);
  });
});

Deno.test("that a clock was ahead stands among the warnings", async () => {
  await withDelivery(async ({ core, addClients, launch, another, pass }) => {
    await addClients(1);
    await launch({ repeat: "daily" });
    pass(AHEAD);
    await core.delivery.run();
    pass(-AHEAD);
    const worker = await another();
    await worker.delivery.run();
    await (await another()).delivery.run();
    const said = (await worker.warnings.list()).map(({ message }) => message);
    assert.equal(said.length, 1);
    assert.match(said.join(), /clock was ahead.*2026-03-12T12:00/);
  });
});

Deno.test("a clock that is a few minutes ahead of another's brings nothing back", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another, pass } = world;
    await addClients(1);
    const { id } = await launch({ repeat: "daily" });
    await core.delivery.run();
    pass(DAY);
    await core.delivery.run();
    pass(-HOUR / 2);
    await (await another()).delivery.run();
    assert.equal(transport.delivered.length, 2);
    const mailing = await core.mailings.of(world.owner.id).get(id);
    assert.equal(mailing.nextDueAt?.toISOString(), "2026-03-03T12:00:00.000Z");
  });
});
