import assert from "node:assert/strict";
import { runIdOf } from "../mailings/run.ts";
import { type TestDelivery, withDelivery } from "./test_delivery.ts";

const MINUTE = 60_000;

async function sendTimes(
  { core, launch, pass }: TestDelivery,
  times: number,
): Promise<void> {
  for (let n = 0; n < times; n++) {
    await launch();
    await core.delivery.run();
    pass(MINUTE);
  }
}

Deno.test("a client's history has the tries of every run, the latest run first", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, pass } = world;
    await addClients(120);
    let tries = 0;
    transport.answer = ({ address }) =>
      address === "client60@example.com" && ++tries === 2
        ? { kind: "deferred", reply: "450 Try later" }
        : { kind: "delivered", reply: "250 Ok" };
    await sendTimes(world, 3);
    pass(60 * MINUTE);
    await core.delivery.run();
    const { items: [client] } = await core.clients.of(owner.id)
      .list({ search: "client60@example.com" });
    assert.ok(client);
    const { items } = await core.delivery.history(client, { limit: 10 });
    assert.deepEqual(
      items.map(({ number, outcome, email }) => ({ number, outcome, email })),
      [
        { number: 1, outcome: "delivered" },
        { number: 2, outcome: "delivered" },
        { number: 1, outcome: "deferred" },
        { number: 1, outcome: "delivered" },
      ].map((one) => ({ ...one, email: "client60@example.com" })),
    );
  });
});

Deno.test("a client's history goes on over pages of runs they were no part of, and back", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, pass } = world;
    await addClients(1);
    await sendTimes(world, 3);
    const clients = core.clients.of(owner.id);
    const late = await clients.create({ email: "late@example.com", name: "L" });
    const { items: [early] } = await clients.list({ search: "client1" });
    assert.ok(early);
    await sendTimes(world, 1);
    await clients.remove(early.id);
    await sendTimes(world, 5);
    pass(MINUTE);
    const own = await core.delivery.history(late, { limit: 2 });
    assert.equal(own.items.length, 2);
    const one = await core.delivery.history(early, { limit: 2 });
    assert.equal(one.items.length, 1, "the pages without them are passed over");
    assert.ok(one.next);
    const two = await core.delivery.history(early, {
      limit: 2,
      cursor: one.next,
    });
    assert.equal(two.items.length, 2);
    assert.ok(two.previous);
    const back = await core.delivery.history(early, {
      limit: 2,
      cursor: two.previous,
    });
    assert.deepEqual(back.items, one.items);
    const start = await core.delivery.history(early, {
      limit: 2,
      cursor: back.previous,
    });
    assert.deepEqual(start.items, [], "the way back is not the way on");
    assert.equal(start.previous, undefined);
  });
});

Deno.test("one look at a client's history reads no more than a thousand runs", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients } = world;
    await addClients(1);
    await sendTimes(world, 1);
    const { items: [client] } = await core.clients.of(owner.id).list();
    assert.ok(client);
    const runs = core.runs.of(owner.id);
    const { items: [first] } = await runs.latest({ limit: 1 });
    assert.ok(first);
    for (let n = 1; n <= 1_200; n++) {
      const dueAt = new Date(first.dueAt.getTime() + n * MINUTE);
      await runs.insert({ ...first, id: runIdOf("another", dueAt), dueAt });
    }
    const { items, next } = await core.delivery.history(client, { limit: 400 });
    assert.deepEqual(items, []);
    assert.ok(next);
    const further = await core.delivery.history(client, {
      limit: 400,
      cursor: next,
    });
    assert.equal(further.items.length, 1);
  });
});
