import assert from "node:assert/strict";
import {
  type TestDelivery,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";
import type { Client } from "../../core/clients/client.ts";
import { withSlowService } from "./slow_service.ts";

const DAY = 24 * 3_600_000;

/** What may happen to a client between planning and their turn. */
const CHANGES: Record<
  string,
  (world: TestDelivery, client: Client) => Promise<unknown>
> = {
  unsubscribed: ({ core, owner, now }, { id }) =>
    core.clients.of(owner.id).setUnsubscribed(id, now()),
  deleted: ({ core, owner }, { id }) => core.clients.of(owner.id).remove(id),
};

async function clientsOf({ core, owner }: TestDelivery): Promise<Client[]> {
  return (await core.clients.of(owner.id).list()).items;
}

for (const [reason, change] of Object.entries(CHANGES)) {
  Deno.test(`whoever is ${reason} while a mailing is paused gets nothing once it is resumed`, () =>
    withDelivery(async (world) => {
      const { core, owner, transport, addClients, launch } = world;
      await addClients(60);
      const { id } = await launch();
      await planned(world);
      await core.mailings.of(owner.id).pause(id);
      const [gone] = await clientsOf(world);
      await change(world, gone!);
      await core.mailings.of(owner.id).resume(id);
      await core.delivery.run();
      assert.equal(transport.delivered.length, 59);
      await assertSkipped(world, { email: gone!.email, reason });
    }));

  Deno.test(`whoever is ${reason} after a try that was put off is not tried again`, () =>
    withDelivery(async (world) => {
      const { core, transport, addClients, launch, pass } = world;
      await addClients(3);
      transport.answer = () => ({ kind: "deferred", reply: "450 later" });
      await launch();
      await core.delivery.run();
      const [gone] = await clientsOf(world);
      await change(world, gone!);
      transport.answer = () => ({ kind: "delivered", reply: "250 ok" });
      pass(DAY);
      await core.delivery.run();
      assert.deepEqual(
        transport.delivered.map(({ address }) => address).sort(),
        ["client2@example.com", "client3@example.com"],
      );
      await assertSkipped(world, { email: gone!.email, reason });
    }));
}

Deno.test("a corrected address gets the mail, and the old one does not", () =>
  withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(2);
    await launch();
    await planned(world);
    const [first] = await clientsOf(world);
    await core.clients.of(owner.id).update(first!.id, {
      name: first!.name,
      email: "right@example.com",
    });
    await core.delivery.run();
    assert.deepEqual(
      transport.delivered.map(({ address }) => address).sort(),
      ["client2@example.com", "right@example.com"],
    );
    const { items: [run] } = await core.runs.of(owner.id).latest();
    const people = await Array.fromAsync(core.delivery.recipients(run!));
    assert.ok(people.some(({ email }) => email === "right@example.com"));
  }));

Deno.test("whoever came back before their turn gets the mail", () =>
  withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, now } = world;
    await addClients(2);
    await launch();
    await planned(world);
    const [first] = await clientsOf(world);
    const own = core.clients.of(owner.id);
    await own.setUnsubscribed(first!.id, now());
    await own.setUnsubscribed(first!.id, undefined);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 2);
  }));

Deno.test("whoever leaves while a slow server has their mail before it gets none", () =>
  withSlowService(async (service) => {
    const { core, owner, addClients, launch, received, work, smtp, ended } =
      service;
    const ids = await addClients(24);
    await launch();
    work();
    await received(1);
    await core.clients.of(owner.id).setUnsubscribed(ids.at(-1)!, new Date());
    const { delivered, skipped } = await ended();
    assert.deepEqual([delivered, skipped], [23, 1]);
    assert.ok(smtp.received.every(({ to }) => to !== "person23@example.com"));
  }, { delay: 400 }));

/** Begins a run and plans it, so that everybody waits in the queue. */
async function planned({ core, transport, pass }: TestDelivery): Promise<void> {
  const { answer } = transport;
  transport.answer = () => ({
    kind: "unavailable",
    reply: "not now",
    isOutage: true,
  });
  await core.delivery.run();
  pass(3_600_000);
  transport.answer = answer;
  transport.tried.length = 0;
}

async function assertSkipped(
  { core, owner }: TestDelivery,
  { email, reason }: { email: string; reason: string },
): Promise<void> {
  const { items: [run] } = await core.runs.of(owner.id).latest();
  const { skipped, waiting } = await core.delivery.totals(run!);
  assert.deepEqual([skipped, waiting], [1, 0]);
  const people = await Array.fromAsync(core.delivery.recipients(run!));
  assert.deepEqual(
    people.filter(({ outcome }) => outcome === "skipped")
      .map(({ email, skipReason }) => [email, skipReason]),
    [[email, reason]],
  );
}
