import assert from "node:assert/strict";
import { type TestDelivery, withDelivery } from "./test_delivery.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function onlyRun({ core, owner }: TestDelivery, mailingId: string) {
  const { items } = await core.runs.of(owner.id).list(mailingId);
  assert.equal(items.length, 1, "the mailing has one run");
  return items[0]!;
}

Deno.test("a due mailing reaches every client once, each with a text of their own", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch } = world;
    await addClients(1_200);
    const mailing = await launch();
    const report = await core.delivery.run();
    assert.equal(report.handed.delivered, 1_200);
    assert.equal(
      new Set(transport.delivered.map(({ address }) => address)).size,
      1_200,
    );
    for (const { address, text } of transport.delivered) {
      const n = address.match(/\d+/)?.[0];
      assert.match(
        text,
        new RegExp(
          `^Dear Client ${n}, this is for client${n}@example.com alone`,
        ),
      );
    }
    const run = await onlyRun(world, mailing.id);
    assert.equal(run.state, "finished");
    assert.deepEqual(await core.delivery.totals(run), {
      planned: 1_200,
      delivered: 1_200,
      refused: 0,
      expired: 0,
      skipped: 0,
      waiting: 0,
    });
    assert.equal(
      (await core.mailings.of(owner.id).get(mailing.id)).status,
      "completed",
    );
  });
});

Deno.test("run again at once, it sends nothing", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(3);
    await launch();
    await core.delivery.run();
    const again = await core.delivery.run();
    assert.deepEqual(again, {
      runs: [],
      handed: {
        blocked: 0,
        delivered: 0,
        deferred: 0,
        refused: 0,
        unavailable: 0,
      },
    });
    assert.equal(transport.delivered.length, 3);
  });
});

Deno.test("a mailing does not go before its time", async () => {
  await withDelivery(async ({ core, transport, addClients, launch, pass }) => {
    await addClients(1);
    await launch({ startsAt: "2026-03-01T13:00" });
    await core.delivery.run();
    assert.equal(transport.tried.length, 0);
    pass(HOUR);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 1);
  });
});

Deno.test("a daily mailing goes out every day until its end, then it is completed", async () => {
  await withDelivery(
    async ({ core, transport, owner, addClients, launch, pass }) => {
      await addClients(1);
      const { id } = await launch({
        repeat: "daily",
        endsAt: "2026-03-03T12:01",
      });
      const statuses: string[] = [];
      for (let day = 0; day < 5; day++) {
        await core.delivery.run();
        statuses.push((await core.mailings.of(owner.id).get(id)).status);
        pass(DAY);
      }
      assert.equal(transport.delivered.length, 3);
      assert.deepEqual(statuses, [
        "scheduled",
        "scheduled",
        "completed",
        "completed",
        "completed",
      ]);
    },
  );
});

Deno.test("of occurrences that passed while nothing ran the last is sent, the others are counted", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch, pass } = world;
    await addClients(1);
    const { id } = await launch({ repeat: "daily" });
    pass(4 * DAY + HOUR);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 1);
    assert.equal(
      (await onlyRun(world, id)).dueAt.toISOString(),
      "2026-03-05T12:00:00.000Z",
    );
    const mailing = await core.mailings.of(owner.id).get(id);
    assert.equal(mailing.missed, 4);
    assert.equal(mailing.nextDueAt?.toISOString(), "2026-03-06T12:00:00.000Z");
  });
});

Deno.test("two workers at once send nothing twice", async () => {
  await withDelivery(
    async ({ core, transport, addClients, launch, another }) => {
      await addClients(300);
      await launch();
      const other = await another();
      await Promise.all([
        core.delivery.run(),
        other.delivery.run(),
        core.delivery.run(),
      ]);
      assert.equal(transport.tried.length, 300);
      assert.equal(
        new Set(transport.tried.map(({ address }) => address)).size,
        300,
      );
    },
    { shardSize: 50, planBatch: 20 },
  );
});

Deno.test("those who unsubscribed are skipped and counted", async () => {
  await withDelivery(async (world) => {
    const { core, transport, owner, addClients, launch, now } = world;
    await addClients(3);
    const clients = core.clients.of(owner.id);
    const [first] = (await clients.list()).items;
    await clients.setUnsubscribed(first!.id, now());
    const { id } = await launch();
    await core.delivery.run();
    assert.equal(transport.delivered.length, 2);
    assert.ok(!transport.tried.some(({ address }) => address === first!.email));
    const run = await onlyRun(world, id);
    const totals = await core.delivery.totals(run);
    assert.equal(totals.skipped, 1);
    assert.equal(totals.planned, 2);
    const { items } = await core.attempts.of(owner.id).skippedIn(run.id);
    assert.deepEqual(items.map(({ clientId }) => clientId), [first!.id]);
  });
});

Deno.test("a message changed after the start of a run does not change the run", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    await addClients(40);
    const { textId } = await launch();
    let changed = false;
    transport.answer = async () => {
      if (!changed) {
        changed = true;
        const messages = core.messages.of(owner.id);
        await messages.update(textId!, {
          subject: "Other",
          body: "Something else",
        });
      }
      return { kind: "delivered", reply: "250" };
    };
    await core.delivery.run();
    assert.ok(
      transport.delivered.every(({ text }) => text.startsWith("Dear Client")),
    );
  }, { inFlight: 1 });
});

Deno.test("sending now goes out of schedule once, and leaves the schedule as it is", async () => {
  await withDelivery(async ({ core, transport, owner, addClients, launch }) => {
    await addClients(2);
    const mailing = await launch({
      repeat: "daily",
      startsAt: "2026-03-02T12:00",
    });
    await core.delivery.run({ mailing, now: true });
    assert.equal(transport.delivered.length, 2);
    const after = await core.mailings.of(owner.id).get(mailing.id);
    assert.equal(after.status, "scheduled");
    assert.deepEqual(after.nextDueAt, mailing.nextDueAt);
  });
});

Deno.test("an account mail goes out without a mailing", async () => {
  await withDelivery(async ({ core, transport }) => {
    await core.users.register({
      email: "anna@example.com",
      name: "Anna",
      password: "a long secret",
      timeZone: "UTC",
    });
    await core.delivery.run();
    assert.deepEqual(transport.delivered.map(({ address }) => address), [
      "anna@example.com",
    ]);
    assert.match(
      transport.delivered[0]!.text,
      /https:\/\/sendoff\.example\/confirm\//,
    );
  });
});

Deno.test("mailings that go out side by side are counted apart", async () => {
  await withDelivery(async ({ core, owner, addClients, launch }) => {
    await addClients(300);
    const ids = [(await launch()).id, (await launch()).id];
    await core.delivery.run();
    for (const id of ids) {
      const { items: [run] } = await core.runs.of(owner.id).list(id);
      assert.ok(run);
      assert.equal(run.state, "finished");
      assert.equal((await core.delivery.totals(run)).delivered, 300);
    }
  });
});
