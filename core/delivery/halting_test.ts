import assert from "node:assert/strict";
import type { Outcome } from "./outcome.ts";
import { POLICY } from "./policy.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const REFUSED: Outcome = { kind: "refused", reply: "550 5.1.1 No such user" };
/** Slow enough to be stopped in time. */
const WATCHED = {
  inFlight: 2,
  halting: { ...POLICY.halting, every: 2 },
};

/** Refuses messages to clients as told, by their number from 1; takes all others. */
function refuse(
  { transport }: TestDelivery,
  isRefused: (number: number) => boolean,
): void {
  let tried = 0;
  transport.answer = async ({ address }) => {
    if (!address.startsWith("client")) return DELIVERED;
    const outcome = isRefused(++tried) ? REFUSED : DELIVERED;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return outcome;
  };
}

const all = () => true;

/** What went to the owner about the mailing, in words. */
async function noticesOf({ core, transport }: TestDelivery): Promise<string[]> {
  await core.delivery.run();
  return transport.delivered
    .filter(({ address }) => address === "owner@example.com")
    .map(({ text }) => text.replaceAll(/\s+/g, " "));
}

Deno.test("a mailing of which more than half fails stops itself and tells its owner why", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, now } = world;
    await addClients(200);
    const { id } = await launch();
    refuse(world, all);
    await core.delivery.run();
    const { status, halted } = await core.mailings.of(owner.id).get(id);
    assert.equal(status, "paused");
    assert.ok(halted && halted.settled >= 50 && halted.settled < 150);
    assert.equal(halted.failed, halted.settled);
    assert.equal(halted.reason, "no-mailbox");
    assert.deepEqual(halted.at, now());
    const [text = "", ...more] = await noticesOf(world);
    assert.match(text, /could not be delivered\. .*No such mailbox/);
    assert.ok(text.includes(`https://sendoff.example/mailings/${id}`), text);
    assert.deepEqual(more, []);
    const sent = transport.tried.filter(({ address }) =>
      address.startsWith("client")
    );
    assert.ok(sent.length < 150, `${sent.length} were sent`);
  }, WATCHED);
});

Deno.test("it does so in the owner's language", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await core.users.updateProfile(owner, {
      name: owner.name,
      timeZone: owner.timeZone,
      language: "ru",
    });
    await addClients(100);
    await launch();
    refuse(world, all);
    await core.delivery.run();
    assert.match((await noticesOf(world))[0] ?? "", /Нет такого ящика/);
  }, WATCHED);
});

Deno.test("once resumed it goes on to its end, whatever failed before", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch } = world;
    await addClients(100);
    const { id } = await launch();
    refuse(world, (number) => number <= 60);
    await core.delivery.run();
    assert.ok((await core.mailings.of(owner.id).get(id)).halted);
    const resumed = await core.mailings.of(owner.id).resume(id);
    assert.equal(resumed.halted, undefined);
    await core.delivery.run();
    const { status } = await core.mailings.of(owner.id).get(id);
    assert.equal(status, "completed");
    assert.ok(transport.delivered.length >= 40);
    assert.equal((await noticesOf(world)).length, 1);
  }, WATCHED);
});

Deno.test("it stops again if more than half of what follows fails", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, launch } = world;
    await addClients(300);
    const { id } = await launch();
    refuse(world, all);
    const mailings = core.mailings.of(owner.id);
    await core.delivery.run();
    await mailings.resume(id);
    await core.delivery.run();
    const { halted } = await mailings.get(id);
    assert.ok(halted && halted.settled >= 50 && halted.settled < 150);
    assert.equal((await noticesOf(world)).length, 2);
  }, WATCHED);
});

for (
  const [which, clients, isRefused] of [
    ["of which half fails", 110, (number: number) => number % 2 === 0],
    ["to fewer than fifty", 49, all],
  ] as const
) {
  Deno.test(`a mailing ${which} goes on`, async () => {
    await withDelivery(async (world) => {
      const { core, owner, addClients, launch } = world;
      await addClients(clients);
      const { id } = await launch();
      refuse(world, isRefused);
      await core.delivery.run();
      const { status } = await core.mailings.of(owner.id).get(id);
      assert.equal(status, "completed");
    }, WATCHED);
  });
}

Deno.test("the journal says that a mailing stopped", async () => {
  await withDelivery(async (world) => {
    const { core, addClients, launch } = world;
    await addClients(100);
    const { id } = await launch();
    refuse(world, all);
    await core.delivery.run();
    const { items: [entry] } = await core.audit.list();
    assert.equal(entry?.act, "mailing.halted");
    assert.equal(entry?.on.id, id);
    assert.equal(entry?.note, "no-mailbox");
  }, WATCHED);
});
