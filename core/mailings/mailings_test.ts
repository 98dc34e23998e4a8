import assert from "node:assert/strict";
import { absenceOf, conflictOf, faultsOf } from "../test_refusals.ts";
import { launch, setClock, typed, withMailings } from "./test_mailings.ts";
import type { MailingSettings } from "./mailing.ts";

Deno.test("a draft needs a name and an audience, and no more", () =>
  withMailings(async ({ own, clock }) => {
    const audience = { kind: "everyone" };
    const draft = await own.create({ name: "Spring", audience }, {
      launch: false,
    });
    const { id: _, ...rest } = await own.get(draft.id);
    assert.deepEqual(rest, {
      ownerId: "o1",
      name: "Spring",
      textId: undefined,
      schedule: undefined,
      audience,
      status: "draft",
      missed: 0,
      createdAt: clock.at,
      updatedAt: clock.at,
    });
    const faults = await faultsOf(own.create({}, { launch: false }));
    assert.deepEqual(faults, {
      name: "Enter a name for the mailing.",
      audience: "Choose who is to receive it.",
    });
    assert.equal(await own.count(), 1);
  }));

Deno.test("what a draft does say is checked", () =>
  withMailings(async (world) => {
    const { own, messages } = world;
    const foreign = await messages.of("o2").create({ subject: "S", body: "B" });
    const schedule = {
      startsAt: "2020-01-01T09:00",
      endsAt: "2019-01-01T09:00",
      timeZone: "UTC",
      repeat: "once",
    };
    const input = typed(world, { textId: foreign.id, schedule });
    assert.deepEqual(await faultsOf(own.create(input, { launch: false })), {
      textId: "There is no such message. Choose another.",
      endsAt: "Choose an end after the start, or none.",
    });
    const past = { ...schedule, endsAt: undefined };
    await own.create(typed(world, { schedule: past }), { launch: false });
  }));

Deno.test("faults of the schedule and the audience come under the names of their fields", () =>
  withMailings(async (world) => {
    const schedule = {
      startsAt: "soon",
      endsAt: "2030-02-30T09:00",
      timeZone: "Moon",
      repeat: "hourly",
    };
    const audience = { kind: "search", query: " " };
    const input = typed(world, { schedule, audience });
    assert.deepEqual(
      await faultsOf(world.own.create(input, { launch: false })),
      {
        startsAt: "Choose a date and time.",
        endsAt: "There is no such date.",
        timeZone: "Choose a time zone like Europe/Berlin.",
        repeat: "Choose how often the mailing repeats.",
        audience: "Type what to search for among your clients.",
      },
    );
    for (
      const audience of [{ kind: "chosen", clientIds: "all" }, {
        kind: "search",
      }, "all"]
    ) {
      const faults = await faultsOf(
        world.own.create(typed(world, { audience }), { launch: false }),
      );
      assert.deepEqual(Object.keys(faults), ["audience"]);
    }
  }));

Deno.test("another owner's mailing cannot be seen, changed, sent, stopped, copied or deleted", () =>
  withMailings(async (world) => {
    const { own, mailings, textId } = world;
    const draft = await own.create(typed(world), { launch: false });
    const live = await launch(world, { name: "Live" });
    const other = mailings.of("o2");
    const said = "There is no such mailing.";
    for (const { id } of [draft, live]) {
      assert.equal(await absenceOf(other.get(id)), said);
      assert.equal(await absenceOf(other.update(id, typed(world))), said);
      assert.equal(await absenceOf(other.launch(id)), said);
      assert.equal(await absenceOf(other.pause(id)), said);
      assert.equal(await absenceOf(other.resume(id)), said);
      assert.equal(await absenceOf(other.cancel(id)), said);
      assert.equal(await absenceOf(other.remove(id)), said);
      assert.equal(await absenceOf(other.duplicate(id)), said);
      assert.equal(
        await absenceOf(mailings.change({ ownerId: "o2", id }, (m) => m)),
        said,
      );
      assert.equal(await other.find(id), undefined);
      await mailings.forget("o2", id);
    }
    for (
      const wanted of [{}, { search: "live" }, { status: "draft" as const }]
    ) {
      assert.deepEqual((await other.list(wanted)).items, []);
    }
    assert.equal(await other.count(), 0);
    assert.deepEqual(await mailings.usingText("o2", textId), []);
    assert.deepEqual(await own.get(draft.id), draft);
    assert.deepEqual(await own.get(live.id), live);
  }));

Deno.test("mailings are listed newest first, in pages both ways", () =>
  withMailings(async (world) => {
    const { own } = world;
    for (const [day, name] of ["A", "B", "C"].entries()) {
      setClock(world, `2030-01-0${day + 1}T00:00`);
      await own.create(typed(world, { name }), { launch: false });
    }
    const one = await own.list({ limit: 2 });
    const two = await own.list({ limit: 2, cursor: one.next });
    assert.deepEqual(names(one.items), ["C", "B"]);
    assert.deepEqual(names(two.items), ["A"]);
    const back = await own.list({ limit: 2, cursor: two.previous });
    assert.deepEqual(back.items, one.items);
  }));

Deno.test("mailings are found by status as it is shown and by words of the name", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    await own.create(typed(world, { name: "Весенняя скидка" }), {
      launch: false,
    });
    const off = await launch(world, { name: "Весна идёт" });
    await launch(world, { name: "Лето" });
    const found = async (wanted: Parameters<typeof own.list>[0]) =>
      names((await own.list(wanted)).items).sort();
    assert.deepEqual(await found({ search: "ВЕС" }), [
      "Весенняя скидка",
      "Весна идёт",
    ]);
    assert.deepEqual(await found({ search: "вес", status: "scheduled" }), [
      "Весна идёт",
    ]);
    assert.deepEqual(await found({ status: "scheduled" }), [
      "Весна идёт",
      "Лето",
    ]);
    await mailings.change(off, (mailing) => ({
      ...mailing,
      switchedOff: { at: world.clock.at, reason: "spam" },
    }));
    assert.deepEqual(await found({ status: "scheduled" }), ["Лето"]);
    assert.deepEqual(await found({ status: "switched off" }), ["Весна идёт"]);
    assert.deepEqual(await found({ search: "вес", status: "switched off" }), [
      "Весна идёт",
    ]);
  }));

Deno.test("managers see the mailings of all owners, newest first", () =>
  withMailings(async (world) => {
    const audience = { kind: "everyone" };
    await world.own.create({ name: "Mine", audience }, { launch: false });
    setClock(world, "2030-01-02T00:00");
    await world.mailings.of("o2").create({ name: "Theirs", audience }, {
      launch: false,
    });
    const page = await world.mailings.everywhere()
      .list({ index: "byAgeOverall", reverse: true, limit: 10 });
    assert.deepEqual(names(page.items), ["Theirs", "Mine"]);
  }));

Deno.test("a mailing can be deleted once nothing goes out from it", () =>
  withMailings(async (world) => {
    const { own, mailings, textId } = world;
    const { id } = await launch(world);
    assert.equal(
      await conflictOf(own.remove(id)),
      'The mailing "Spring" is scheduled. Cancel it first, then delete it.',
    );
    await own.cancel(id);
    await own.remove(id);
    await absenceOf(own.get(id));
    await absenceOf(own.remove(id));
    for (
      const wanted of [{}, { search: "spring" }, {
        status: "cancelled" as const,
      }]
    ) {
      assert.deepEqual((await own.list(wanted)).items, []);
    }
    assert.deepEqual(await mailings.usingText("o1", textId), []);
    assert.equal(await own.count(), 0);
    assert.ok((await own.findAny(id))?.deletedAt);
  }));

Deno.test("a deleted mailing waits for its purge and is then forgotten", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    const { id } = await own.create(typed(world), { launch: false });
    assert.deepEqual(await mailings.awaitingPurge(10), []);
    await own.remove(id);
    assert.deepEqual((await mailings.awaitingPurge(10)).map((m) => m.id), [id]);
    assert.equal((await Array.fromAsync(own.iterate())).length, 1);
    await mailings.forget("o1", id);
    await mailings.forget("o1", id);
    assert.deepEqual(await mailings.awaitingPurge(10), []);
    assert.equal(await own.findAny(id), undefined);
    assert.equal(await own.count(), 0);
  }));

Deno.test("mailings are counted for their owner and the site, the live ones apart", () =>
  withMailings(async (world) => {
    const { own, mailings, store } = world;
    const counts = async () =>
      await store.counters.getMany([["site", "mailings"], ["site", "active"]]);
    await own.create(typed(world), { launch: false });
    const { id } = await launch(world);
    assert.deepEqual(await counts(), [2, 1]);
    await own.pause(id);
    assert.deepEqual(await counts(), [2, 0]);
    await own.resume(id);
    assert.deepEqual(await counts(), [2, 1]);
    const off = { at: world.clock.at, reason: "spam" };
    await mailings.change(
      { ownerId: "o1", id },
      (mailing) => ({ ...mailing, switchedOff: off }),
    );
    assert.deepEqual(await counts(), [2, 0]);
    await mailings.forget("o1", id);
    assert.deepEqual(await counts(), [1, 0]);
    assert.equal(await own.count(), 1);
  }));

Deno.test("a change belongs to the transaction it is made in", () =>
  withMailings(async (world) => {
    const mailing = await launch(world);
    const failed = world.store.transact(async (tx) => {
      await world.mailings.change(mailing, (m) => ({ ...m, missed: 7 }), tx);
      throw new RangeError("no");
    });
    await assert.rejects(failed, RangeError);
    assert.equal((await world.own.get(mailing.id)).missed, 0);
  }));

function names(mailings: MailingSettings[]): string[] {
  return mailings.map(({ name }) => name);
}
