import assert from "node:assert/strict";
import type { Core } from "../core.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const BIG = 20_000;
/** So few that a test can wait for all of them. */
const PLACES = { inFlight: 256, ownerInFlight: 128 };

/** Waits until something holds, for at most ten seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 5_000 && !holds(); n++) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  assert.ok(holds(), String(holds));
}

/** Runs a worker as long as the work takes. */
async function whileStaying(core: Core, work: () => Promise<void>) {
  const ending = new AbortController();
  const stayed = core.delivery.stay(ending.signal);
  try {
    await work();
  } finally {
    ending.abort();
    await stayed;
  }
}

Deno.test("an owner whose messages are never answered slows no other owner's", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, neighbour } = world;
    const stalled = Promise.withResolvers<void>();
    transport.answer = async ({ address }) => {
      if (address.endsWith("@example.com")) await stalled.promise;
      return DELIVERED;
    };
    await addClients(2_000);
    for (let n = 0; n < 5; n++) await launch();
    const other = await neighbour("other.example");
    await other.addClients(1_000);
    const { tried, delivered } = transport;
    await whileStaying(core, async () => {
      try {
        await until(() => tried.length >= 128);
        await other.launch();
        await until(() => delivered.length === 1_000);
        assert.ok(tried.length <= 1_128, `${tried.length} were tried`);
      } finally {
        stalled.resolve();
      }
    });
  }, { shardSize: 300, ...PLACES });
});

Deno.test("a mailing to ten is not stuck behind a big one, of the same owner or of another", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, neighbour } = world;
    const sent = { big: 0, few: 0 };
    transport.answer = async ({ address }) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      sent[address.startsWith("few") ? "few" : "big"]++;
      return DELIVERED;
    };
    const other = await neighbour("small.example");
    await addClients(BIG);
    await launch();
    await whileStaying(core, async () => {
      await until(() => sent.big >= 1_000);
      for (const { owner } of [world, other]) {
        const before = sent.big;
        await launchToTen(core, { owner, now: world.now });
        await until(() => sent.few === 10);
        const meanwhile = sent.big - before;
        assert.ok(meanwhile < BIG / 10, `${meanwhile} went meanwhile`);
        sent.few = 0;
      }
    });
  }, PLACES);
});

/** A mailing to ten people whose addresses begin with "few". */
async function launchToTen(
  core: Core,
  { owner, now }: Pick<TestDelivery, "owner" | "now">,
): Promise<void> {
  const clients = core.clients.of(owner.id);
  await clients.createMany(
    Array.from({ length: 10 }, (_, n) => ({
      email: `few${n}@small.example`,
      name: `Fewest ${n}`,
      comment: "",
    })),
  );
  const { items } = await clients.list({ search: "fewest" });
  const text = await core.messages.of(owner.id).create({
    subject: "News",
    body: "For a few.",
  });
  await core.mailings.of(owner.id).create({
    name: "For a few",
    textId: text.id,
    audience: { kind: "chosen", clientIds: items.map(({ id }) => id) },
    schedule: {
      startsAt: now().toISOString().slice(0, 19),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
}
