import assert from "node:assert/strict";
import {
  type TestDelivery,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";
import { launch as launchByForm, withCompany } from "../journeys/company.ts";
import { inRussian } from "../journeys/russian.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

/** The first days of March. */
function march(last: number): string[] {
  return Array.from(
    { length: last },
    (_, n) => `2026-03-${String(n + 1).padStart(2, "0")}`,
  );
}

/** A daily mailing that went out today and, by a clock that was ahead, ten days later. */
async function sentAhead(
  { core, addClients, launch, pass }: TestDelivery,
  schedule: { endsAt?: string } = {},
): Promise<string> {
  await addClients(1);
  const { id } = await launch({ repeat: "daily", ...schedule });
  await core.delivery.run();
  pass(AHEAD);
  await core.delivery.run();
  pass(-AHEAD);
  return id;
}

Deno.test("a daily mailing that a clock sent days ahead goes on the next day", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, another, pass } = world;
    const id = await sentAhead(world);
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
    assert.deepEqual(await daysOf(world, id), march(13));
    assert.equal(transport.delivered.length, 13);
    assert.equal((await core.mailings.of(owner.id).get(id)).missed, 0);
  });
});

Deno.test("a mailing whose end a clock saw too early goes on until its end", async () => {
  await withDelivery(async (world) => {
    const { core, owner, pass } = world;
    const id = await sentAhead(world, { endsAt: "2026-03-05T00:00:00" });
    const { status } = await core.mailings.of(owner.id).get(id);
    assert.equal(status, "completed");
    for (let day = 1; day <= 6; day++) {
      await core.delivery.run();
      pass(DAY);
    }
    assert.deepEqual(await daysOf(world, id), march(4));
    const mailing = await core.mailings.of(owner.id).get(id);
    assert.equal(mailing.status, "completed");
    assert.equal(mailing.missed, 0);
  });
});

Deno.test("a mailing that goes out once is not sent again when the clock is right", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    await launch({ startsAt: "2026-03-05T12:00:00" });
    pass(AHEAD);
    await core.delivery.run();
    pass(-AHEAD);
    for (let day = 0; day <= 12; day++) {
      await core.delivery.run();
      pass(DAY);
    }
    assert.equal(transport.delivered.length, 1);
  });
});

Deno.test("a mailing that its owner held while a clock was ahead stays held", async () => {
  await withDelivery(async (world) => {
    const { core, owner, pass } = world;
    const id = await sentAhead(world);
    const own = core.mailings.of(owner.id);
    await own.pause(id);
    pass(DAY);
    await core.delivery.run();
    assert.equal((await own.get(id)).status, "paused");
    assert.equal((await daysOf(world, id)).length, 2);
    await own.resume(id);
    assert.equal((await own.get(id)).nextDueAt?.getUTCDate(), 2);
  });
});

Deno.test("a clock that is a few minutes ahead of another's brings nothing back", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(1);
    const { id } = await launch({ repeat: "daily" });
    await core.delivery.run();
    pass(DAY);
    await core.delivery.run();
    pass(-HOUR / 2);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 2);
    const mailing = await core.mailings.of(owner.id).get(id);
    assert.equal(mailing.nextDueAt?.toISOString(), "2026-03-03T12:00:00.000Z");
    assert.equal(mailing.clockAhead, undefined);
  });
});

Deno.test("that a clock was ahead is said once among the warnings", async () => {
  await withDelivery(async (world) => {
    const { another } = world;
    await sentAhead(world);
    const worker = await another();
    await worker.delivery.run();
    await (await another()).delivery.run();
    const said = (await worker.warnings.list()).map(({ message }) => message);
    assert.equal(said.length, 1);
    assert.match(said.join(), /clock was ahead.*2026-03-11.*2026-03-02/);
  });
});

for (
  const [language, within, words] of [
    ["English", withCompany, /clock of this service was wrong and showed/],
    ["Russian", inRussian, /Часы этого сервиса спешили и показывали/],
  ] as const
) {
  Deno.test(`a mailing's page says in ${language} that a clock was ahead, until that is over`, () =>
    within(async (company) => {
      const { browser, pass, deliver } = company;
      const path = await launchByForm(company, { repeat: "daily" });
      await deliver();
      assert.doesNotMatch((await browser.get(path)).text, words);
      pass(AHEAD / MINUTE);
      await deliver();
      pass(-AHEAD / MINUTE);
      await deliver();
      assert.match((await browser.get(path)).text, words);
      pass(AHEAD / MINUTE);
      assert.doesNotMatch((await browser.get(path)).text, words);
    }));
}
