import assert from "node:assert/strict";
import { withDelivery } from "../../core/delivery/test_delivery.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { withSlowService } from "./slow_service.ts";

const HOUR = 3_600_000;
/** No lease lapses when the clock passes over it. */
const SOON = 5_000;
const DOWN: Outcome = { kind: "unavailable", reply: "connection refused" };

for (const repeat of ["once", "daily"] as const) {
  Deno.test(`a ${repeat} mailing whose service is down over its end sends nothing after it`, () =>
    withDelivery(async (world) => {
      const { core, owner, transport, addClients, launch, pass } = world;
      await addClients(5);
      transport.answer = () => DOWN;
      const { id } = await launch({ repeat, endsAt: "2026-03-01T15:00" });
      await core.delivery.run();
      pass(4 * HOUR);
      transport.answer = () => ({ kind: "delivered", reply: "250 ok" });
      await core.delivery.run();
      assert.equal(transport.delivered.length, 0);
      const { items: [run] } = await core.runs.of(owner.id).latest();
      const { skipped, waiting } = await core.delivery.totals(run!);
      assert.deepEqual([run?.state, skipped, waiting], ["finished", 5, 0]);
      const people = await Array.fromAsync(core.delivery.recipients(run!));
      assert.deepEqual(
        people.map(({ outcome, skipReason }) => [outcome, skipReason]),
        Array(5).fill(["skipped", "ended"]),
      );
      const { status } = await core.mailings.of(owner.id).get(id);
      assert.equal(status, "completed");
    }));
}

Deno.test("a mailing that nobody was there to start before its end is not sent after it", () =>
  withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(2);
    const { id } = await launch({ endsAt: "2026-03-01T15:00" });
    pass(4 * HOUR);
    await core.delivery.run();
    const { status, missed } = await core.mailings.of(owner.id).get(id);
    assert.deepEqual([status, missed], ["completed", 1]);
    assert.equal(transport.tried.length, 0);
  }));

Deno.test("whoever was put off beyond the end is not tried again, and is in the report once", () =>
  withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(3);
    transport.answer = () => ({ kind: "deferred", reply: "450 later" });
    await launch({ endsAt: "2026-03-01T15:00" });
    await core.delivery.run();
    pass(4 * HOUR);
    await core.delivery.run();
    assert.equal(transport.tried.length, 3);
    const { items: [run] } = await core.runs.of(owner.id).latest();
    const people = await Array.fromAsync(core.delivery.recipients(run!));
    assert.deepEqual(
      people.map((
        { outcome, skipReason, tries },
      ) => [outcome, skipReason, tries]),
      Array(3).fill(["skipped", "ended", 1]),
    );
  }));

Deno.test("what was never planned before the end is noted as passed over", () =>
  withDelivery(async (world) => {
    const { core, owner, addClients, launch, pass } = world;
    await addClients(3);
    await launch({ endsAt: "2026-03-01T15:00" });
    await core.delivery.run({ signal: AbortSignal.abort() });
    pass(4 * HOUR);
    await core.delivery.run();
    const { items: [run] } = await core.runs.of(owner.id).latest();
    const { planned, skipped } = await core.delivery.totals(run!);
    assert.deepEqual([run?.state, planned, skipped], ["finished", 0, 3]);
  }));

Deno.test("with a slow server no mail is begun after the end", () =>
  withSlowService(async (service) => {
    const { addClients, launch, received, work, smtp, pass, ended, now } =
      service;
    await addClients(30);
    const endsAt = new Date(now().getTime() + SOON).toISOString().slice(0, 19);
    await launch({ endsAt });
    work();
    await received(4);
    pass(SOON);
    const { delivered, skipped } = await ended();
    // Four connections had one on its way each.
    assert.ok(delivered <= 12, `${delivered} were delivered`);
    assert.equal(delivered, smtp.received.length);
    assert.equal(delivered + skipped, 30);
  }, { delay: 400 }));

Deno.test("sending at once is refused after the end", () =>
  withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(1);
    const { id } = await launch({
      repeat: "daily",
      endsAt: "2026-03-01T15:00",
    });
    await core.delivery.run();
    pass(4 * HOUR);
    const mailing = { ownerId: owner.id, id };
    await assert.rejects(
      core.delivery.run({ mailing, now: true }),
      /its end has come/,
    );
    assert.equal(transport.tried.length, 1);
  }));
