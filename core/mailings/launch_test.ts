import assert from "node:assert/strict";
import { absenceOf, conflictOf, faultsOf } from "../test_refusals.ts";
import {
  beginRun,
  DAILY,
  launch,
  setClock,
  typed,
  withMailings,
} from "./test_mailings.ts";

const ONCE = { ...DAILY, repeat: "once" };

Deno.test("a draft is launched and falls due at its first occurrence", () =>
  withMailings(async (world) => {
    const { id } = await world.own.create(typed(world), { launch: false });
    const { status, nextDueAt } = await world.own.launch(id);
    assert.equal(status, "scheduled");
    assert.deepEqual(nextDueAt, new Date("2030-01-02T09:00:00Z"));
    assert.equal((await world.own.get(id)).status, "scheduled");
  }));

Deno.test("an occurrence is computed in the zone of its schedule", () =>
  withMailings(async (world) => {
    const { nextDueAt } = await launch(world, {
      schedule: { ...DAILY, timeZone: "Asia/Tokyo" },
    });
    assert.deepEqual(nextDueAt, new Date("2030-01-02T00:00:00Z"));
  }));

Deno.test("launching a bare draft says everything that is missing", () =>
  withMailings(async ({ own }) => {
    const audience = { kind: "chosen", clientIds: [] };
    const { id } = await own.create({ name: "Bare", audience }, {
      launch: false,
    });
    assert.deepEqual(await faultsOf(own.launch(id)), {
      textId: "Choose a message.",
      audience: "Choose at least one client.",
      startsAt: "Choose when it is to go out.",
    });
    assert.equal((await own.get(id)).status, "draft");
  }));

Deno.test("a mailing that cannot be launched is not created by the attempt", () =>
  withMailings(async (world) => {
    const input = typed(world, {
      textId: undefined,
      audience: { kind: "chosen", clientIds: world.clientIds },
    });
    await faultsOf(world.own.create(input, { launch: true }));
    assert.equal(await world.own.count(), 0);
    const lists = world.audiences.listsWith("o1", world.clientIds[0]!);
    assert.deepEqual(await Array.fromAsync(lists), []);
  }));

Deno.test("a mailing to everyone needs clients", () =>
  withMailings(async (world) => {
    await world.clients.of("o1").removeAll();
    assert.deepEqual(await faultsOf(launch(world)), {
      audience: "You have no clients yet. Add clients first.",
    });
  }));

Deno.test("a mailing to those of a search needs one who matches", () =>
  withMailings(async (world) => {
    const audience = (query: string) => ({
      audience: { kind: "search", query },
    });
    assert.deepEqual(await faultsOf(launch(world, audience("dora"))), {
      audience: 'None of your clients match "dora". Search for something else.',
    });
    assert.equal((await launch(world, audience("anna"))).status, "scheduled");
  }));

Deno.test("a message that was removed since keeps a draft from going out", () =>
  withMailings(async (world) => {
    const { id } = await world.own.create(typed(world, { textId: undefined }), {
      launch: false,
    });
    await world.mailings.change(
      { ownerId: "o1", id },
      (mailing) => ({ ...mailing, textId: "gone" }),
    );
    assert.deepEqual(await faultsOf(world.own.launch(id)), {
      textId: "There is no such message. Choose another.",
    });
  }));

Deno.test("a start in the past is refused, but for the minute that a form cannot tell", () =>
  withMailings(async (world) => {
    setClock(world, "2030-01-02T09:01:01");
    assert.deepEqual(await faultsOf(launch(world)), {
      startsAt: "This time has passed. Choose a later one.",
    });
    setClock(world, "2030-01-02T09:01:00");
    const { nextDueAt } = await launch(world);
    assert.deepEqual(nextDueAt, new Date("2030-01-02T09:00:00Z"));
  }));

Deno.test("an end before the start is refused", () =>
  withMailings(async (world) => {
    for (const endsAt of ["2030-01-02T09:00", "2030-01-01T20:00"]) {
      const faults = await faultsOf(
        launch(world, { schedule: { ...DAILY, endsAt } }),
      );
      assert.deepEqual(faults, {
        endsAt: "Choose an end after the start, or none.",
      });
    }
  }));

Deno.test("a mailing falls due while it is live, the longest due first", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    const late = await launch(world, {
      name: "Late",
      schedule: { ...DAILY, startsAt: "2030-01-03T09:00" },
    });
    const early = await launch(world, { name: "Early" });
    const due = async (at: string) =>
      (await Array.fromAsync(mailings.due(new Date(at)))).map(({ name }) =>
        name
      );
    assert.deepEqual(await due("2030-01-02T08:59:59Z"), []);
    assert.deepEqual(await due("2030-01-02T09:00:00Z"), ["Early"]);
    assert.deepEqual(await due("2030-01-09T00:00:00Z"), ["Early", "Late"]);
    await own.pause(early.id);
    const off = { at: world.clock.at, reason: "spam" };
    await mailings.change(
      late,
      (mailing) => ({ ...mailing, switchedOff: off }),
    );
    assert.deepEqual(await due("2030-01-09T00:00:00Z"), []);
  }));

Deno.test("a paused mailing goes on at its first occurrence to come", () =>
  withMailings(async (world) => {
    const { own } = world;
    const { id } = await launch(world);
    const { status, nextDueAt } = await own.pause(id);
    assert.deepEqual({ status, nextDueAt }, {
      status: "paused",
      nextDueAt: undefined,
    });
    setClock(world, "2030-01-05T09:00:01");
    const resumed = await own.resume(id);
    assert.equal(resumed.status, "scheduled");
    assert.deepEqual(resumed.nextDueAt, new Date("2030-01-06T09:00:00Z"));
  }));

Deno.test("a paused mailing whose only time has passed asks before it goes on", () =>
  withMailings(async (world) => {
    const { id } = await launch(world, { schedule: ONCE });
    await world.own.pause(id);
    setClock(world, "2030-01-03T00:00");
    assert.deepEqual(
      (await world.own.resumption(id)).overdue,
      new Date("2030-01-02T09:00:00Z"),
    );
    assert.match(await conflictOf(world.own.resume(id)), /Send it now/);
    assert.equal((await world.own.get(id)).status, "paused");
    const { status, nextDueAt } = await world.own
      .resume(id, { overdue: "send" });
    assert.deepEqual([status, nextDueAt], ["scheduled", world.clock.at]);
  }));

Deno.test("a paused mailing with a run under way is being sent again when resumed", () =>
  withMailings(async (world) => {
    const mailing = await launch(world, { schedule: ONCE });
    const { id } = mailing;
    await beginRun(world, mailing);
    await world.own.pause(id);
    setClock(world, "2030-01-03T00:00");
    assert.equal((await world.own.resume(id)).status, "running");
  }));

Deno.test("what a state does not allow is refused with what can be done instead", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    const { id } = await own.create(typed(world), { launch: false });
    const said = (verb: "launch" | "pause" | "resume" | "cancel") =>
      conflictOf(own[verb](id));
    assert.equal(
      await said("pause"),
      'The mailing "Spring" is a draft and cannot be paused. Launch it, or delete it.',
    );
    assert.match(await said("resume"), /is a draft/);
    assert.match(await said("cancel"), /is a draft/);
    await own.launch(id);
    assert.equal(
      await said("launch"),
      'The mailing "Spring" is scheduled and cannot be launched. Pause it or cancel it.',
    );
    assert.match(await said("resume"), /is scheduled/);
    await mailings.change(
      { ownerId: "o1", id },
      (mailing) => ({ ...mailing, status: "running" }),
    );
    assert.match(await said("launch"), /is being sent and cannot be launched/);
    await own.pause(id);
    assert.match(
      await said("pause"),
      /is paused and cannot be paused. Resume it or cancel it/,
    );
    await own.cancel(id);
    for (const verb of ["launch", "pause", "resume", "cancel"] as const) {
      assert.match(
        await said(verb),
        /is cancelled.*Duplicate it to send it again/,
      );
    }
    await own.remove(id);
    assert.equal(await absenceOf(own.launch(id)), "There is no such mailing.");
  }));

Deno.test("a mailing launched twice at the same time is launched once", () =>
  withMailings(async (world) => {
    const { id } = await world.own.create(typed(world), { launch: false });
    const results = await Promise.allSettled([
      world.own.launch(id),
      world.own.launch(id),
    ]);
    assert.equal(
      results.filter(({ status }) => status === "fulfilled").length,
      1,
    );
    assert.equal(await world.store.counters.get(["site", "active"]), 1);
  }));
