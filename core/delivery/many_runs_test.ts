import assert from "node:assert/strict";
import { DELIVERED, withDelivery } from "./test_delivery.ts";

const RUNS = 12;
/** So few runs at a time that these are many. */
const MANY = { runsAtOnce: 2 };

Deno.test("where many runs wait for their next try, each goes on at its time and none that was paused", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(3);
    transport.answer = () => ({ kind: "deferred", reply: "450 Later" });
    const launched = [];
    for (let n = 0; n < RUNS; n++) launched.push(await launch());
    await core.delivery.run();
    assert.equal(transport.tried.length, RUNS * 3);

    transport.answer = () => DELIVERED;
    const ending = new AbortController();
    const stayed = core.delivery.stay(ending.signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [idle] = launched;
    await core.mailings.of(owner.id).pause(idle!.id);
    pass(60_000);
    const expected = (RUNS - 1) * 3;
    for (let n = 0; n < 1_000; n++) {
      if (await isOver(expected)) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    ending.abort();
    await stayed;
    assert.equal(transport.delivered.length, expected);
    const statuses = await Promise.all(
      launched.map(async ({ id }) =>
        (await core.mailings.of(owner.id).get(id)).status
      ),
    );
    assert.deepEqual(statuses, [
      "paused",
      ...Array.from({ length: RUNS - 1 }, () => "completed"),
    ]);

    async function isOver(count: number): Promise<boolean> {
      if (transport.delivered.length < count) return false;
      const { items } = await core.mailings.of(owner.id)
        .list({ status: "completed" });
      return items.length === RUNS - 1;
    }
  }, MANY);
});

Deno.test("among many runs one in hand still stops at once when it is paused", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(1);
    transport.answer = () => ({ kind: "deferred", reply: "450 Later" });
    for (let n = 0; n < RUNS; n++) await launch();
    await core.delivery.run();
    await core.clients.of(owner.id).createMany(
      Array.from({ length: 40 }, (_, n) => ({
        email: `more${n}@example.com`,
        name: `More ${n}`,
        comment: "",
      })),
    );
    const { id } = await launch();
    transport.tried.length = 0;
    transport.answer = async () => {
      if (transport.tried.length === 5) {
        await core.mailings.of(owner.id).pause(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      return DELIVERED;
    };
    await core.delivery.run();
    const { length } = transport.tried;
    assert.ok(length >= 5 && length < 30, `${length} went out`);
  }, { ...MANY, inFlight: 1 });
});
