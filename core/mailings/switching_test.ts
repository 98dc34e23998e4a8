import assert from "node:assert/strict";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { isLive, shownStatus } from "./mailing.ts";
import {
  beginRun,
  DAILY,
  launch,
  setClock,
  typed,
  withMailings,
} from "./test_mailings.ts";

const REASON = { reason: "Complaints." };

Deno.test("a mailing that is switched off is due no more, and says since when and why", () =>
  withMailings(async (world) => {
    const { mailings, store, clock } = world;
    const mailing = await launch(world);
    const off = await mailings.switchOff(mailing, REASON);
    assert.deepEqual(off.switchedOff, { at: clock.at, ...REASON });
    assert.equal(shownStatus(off), "switched off");
    assert.equal(off.nextDueAt, undefined);
    assert.equal(await store.counters.get(["site", "active"]), 0);
    setClock(world, "2030-01-05T12:00");
    assert.deepEqual(await Array.fromAsync(mailings.due(clock.at)), []);
  }));

Deno.test("switched on again it goes on from its first occurrence to come", () =>
  withMailings(async (world) => {
    const { mailings, store } = world;
    const mailing = await launch(world);
    await mailings.switchOff(mailing, REASON);
    setClock(world, "2030-01-05T12:00");
    const on = await mailings.switchOn(mailing);
    assert.equal(on.status, "scheduled");
    assert.equal(on.switchedOff, undefined);
    assert.deepEqual(on.nextDueAt, new Date("2030-01-06T09:00Z"));
    assert.equal(on.missed, 0);
    assert.equal(await store.counters.get(["site", "active"]), 1);
  }));

Deno.test("a mailing whose only time passed meanwhile waits for its owner once it is switched on", () =>
  withMailings(async (world) => {
    const { mailings } = world;
    const mailing = await launch(world, {
      schedule: { ...DAILY, repeat: "once" },
    });
    await mailings.switchOff(mailing, REASON);
    setClock(world, "2030-01-05T12:00");
    assert.equal((await mailings.switchOn(mailing)).status, "paused");
    const { overdue } = await world.own.resumption(mailing.id);
    assert.ok(overdue);
  }));

Deno.test("a run that was halted goes on once its mailing is switched on", () =>
  withMailings(async (world) => {
    const { mailings } = world;
    const mailing = await launch(world);
    await beginRun(world, mailing);
    await mailings.switchOff(mailing, REASON);
    const on = await mailings.switchOn(mailing);
    assert.equal(on.status, "running");
    assert.ok(isLive(on));
  }));

Deno.test("switching on leaves a paused mailing paused and a draft a draft", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const paused = await own.pause((await launch(world)).id);
    const draft = await own.create(typed(world), { launch: false });
    for (const mailing of [paused, draft]) {
      await mailings.switchOff(mailing, REASON);
      assert.deepEqual(await mailings.switchOn(mailing), mailing);
    }
  }));

Deno.test("its owner can neither launch nor resume what is switched off", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const draft = await own.create(typed(world), { launch: false });
    const paused = await launch(world);
    await mailings.switchOff(draft, REASON);
    await mailings.switchOff(paused, REASON);
    await own.pause(paused.id);
    await assert.rejects(own.launch(draft.id), /a manager switched it off/);
    await assert.rejects(own.resume(paused.id), /a manager switched it off/);
    const { switchedOff } = await own.get(paused.id);
    assert.equal(switchedOff?.reason, REASON.reason);
  }));

Deno.test("a new time for a mailing that is switched off makes it due only once it is on", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const mailing = await launch(world);
    await mailings.switchOff(mailing, REASON);
    const schedule = { ...DAILY, startsAt: "2030-02-01T09:00" };
    const changed = await own.update(mailing.id, typed(world, { schedule }));
    assert.equal(changed.nextDueAt, undefined);
    const on = await mailings.switchOn(mailing);
    assert.deepEqual(on.nextDueAt, new Date("2030-02-01T09:00Z"));
  }));

Deno.test("a copy of what is switched off is off as well, until a manager switches it on", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const mailing = await launch(world);
    const off = await mailings.switchOff(mailing, REASON);
    const copy = await own.duplicate(mailing.id);
    assert.deepEqual(copy.switchedOff, off.switchedOff);
    await assert.rejects(own.launch(copy.id), /a manager switched it off/);
    await assert.rejects(
      own.update(copy.id, typed(world), { launch: true }),
      /a manager switched it off/,
    );
    const second = await own.duplicate(copy.id);
    assert.equal(shownStatus(second), "switched off");
    const listed = await mailings.list({ status: "switched off" });
    assert.equal(listed.items.length, 3);
    await mailings.switchOn(copy);
    assert.ok(isLive(await own.launch(copy.id)));
  }));

Deno.test("ending what is switched off lets no copy of it go out", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const mailing = await launch(world);
    await mailings.switchOff(mailing, REASON);
    await own.cancel(mailing.id);
    const copy = await own.duplicate(mailing.id);
    await assert.rejects(own.launch(copy.id), /a manager switched it off/);
  }));

Deno.test("what sends nothing any more, is off already or is on is not switched", () =>
  withMailings(async (world) => {
    const { mailings, own } = world;
    const cancelled = await own.cancel((await launch(world)).id);
    await assert.rejects(mailings.switchOff(cancelled, REASON), Conflict);
    const mailing = await launch(world);
    await assert.rejects(mailings.switchOn(mailing), Conflict);
    await mailings.switchOff(mailing, REASON);
    await assert.rejects(mailings.switchOff(mailing, REASON), Conflict);
    const other = { ownerId: "o2", id: mailing.id };
    await assert.rejects(mailings.switchOff(other, REASON), NotFound);
  }));

Deno.test("switching off takes a reason", () =>
  withMailings(async (world) => {
    const { mailings } = world;
    const mailing = await launch(world);
    await assert.rejects(
      mailings.switchOff(mailing, { reason: "  " }),
      (error) => error instanceof Invalid && "reason" in error.fields,
    );
  }));

Deno.test("the mailings of all owners are found by name and by status, newest first", () =>
  withMailings(async (world) => {
    const { mailings, clock } = world;
    const names = async (page: Parameters<typeof mailings.list>[0]) =>
      (await mailings.list(page)).items.map(({ name }) => name);
    const spring = await launch(world, { name: "Spring sale" });
    clock.at = new Date(clock.at.getTime() + 1);
    await mailings.of("o2").create({
      name: "Spring tour",
      audience: { kind: "everyone" },
    }, { launch: false });
    assert.deepEqual(await names({}), ["Spring tour", "Spring sale"]);
    assert.deepEqual(await names({ search: "sal spr" }), ["Spring sale"]);
    assert.deepEqual(await names({ status: "draft" }), ["Spring tour"]);
    await mailings.switchOff(spring, REASON);
    const status = "switched off" as const;
    assert.deepEqual(await names({ status }), ["Spring sale"]);
    assert.deepEqual(await names({ status, search: "tour" }), []);
  }));
