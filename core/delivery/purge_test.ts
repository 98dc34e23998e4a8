import assert from "node:assert/strict";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const DAY = 24 * 3_600_000;

/** All keys of the store that hold a word. */
async function keysWith({ core }: TestDelivery, word: string) {
  const everything = { start: [], end: [true] };
  const entries = await core.store.kv.list(everything, { limit: 1_000 });
  return entries.map(({ key }) => key)
    .filter((key) => key.some((part) => String(part).includes(word)));
}

/** Lets a worker stay until something is so. */
async function stayUntil(
  { core }: TestDelivery,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const ending = new AbortController();
  const stayed = core.delivery.stay(ending.signal);
  for (let n = 0; n < 1_000 && !await isSo(); n++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  ending.abort();
  await stayed;
}

Deno.test("no key is left of an account that was deleted", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(60);
    const own = core.clients.of(owner.id);
    const { items: [client] } = await own.list({ limit: 1 });
    assert.ok(client);
    await own.setUnsubscribed(client.id, world.now());
    transport.answer = ({ address }) =>
      address.startsWith("client3")
        ? { kind: "refused", reply: "550 No such mailbox" }
        : DELIVERED;
    await launch();
    await core.delivery.run();
    assert.notDeepEqual(await keysWith(world, owner.id), []);
    await core.users.markDeleted(owner, "correct horse");
    await stayUntil(
      world,
      async () => await core.users.find(owner.id) === undefined,
    );
    assert.deepEqual(await keysWith(world, owner.id), []);
  });
});

Deno.test("a worker that stays removes what others left of their leases when they died", async () => {
  await withDelivery(async (world) => {
    const { core, pass } = world;
    await core.store.leases.acquire("plan/of-the-dead", { ttl: 15_000 });
    pass(2 * DAY);
    const left = () => keysWith(world, "of-the-dead");
    await stayUntil(world, async () => (await left()).length === 0);
    assert.deepEqual(await left(), []);
  });
});
