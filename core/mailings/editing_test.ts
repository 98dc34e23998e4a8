import assert from "node:assert/strict";
import { conflictOf, faultsOf } from "../test_refusals.ts";
import {
  DAILY,
  launch,
  listsOf,
  setClock,
  typed,
  withMailings,
} from "./test_mailings.ts";

const chosen = (clientIds?: string[]) => ({
  audience: { kind: "chosen", clientIds },
});

Deno.test("a draft is changed as a whole: what is left out is taken back", () =>
  withMailings(async (world) => {
    const { own } = world;
    const { id } = await own.create(typed(world), { launch: false });
    const audience = { kind: "search", query: "anna" };
    await own.update(id, { name: "Summer", audience });
    const { name, textId, schedule, ...rest } = await own.get(id);
    assert.deepEqual({ name, textId, schedule }, {
      name: "Summer",
      textId: undefined,
      schedule: undefined,
    });
    assert.deepEqual(rest.audience, audience);
    assert.deepEqual((await own.list({ search: "spring" })).items, []);
  }));

Deno.test("a scheduled mailing is scheduled anew in the change of its times", () =>
  withMailings(async (world) => {
    const { id } = await launch(world);
    const schedule = {
      ...DAILY,
      startsAt: "2030-01-01T20:00",
      repeat: "weekly",
    };
    const { nextDueAt } = await world.own.update(
      id,
      typed(world, { schedule }),
    );
    assert.deepEqual(nextDueAt, new Date("2030-01-01T20:00:00Z"));
    assert.deepEqual((await world.own.get(id)).nextDueAt, nextDueAt);
  }));

Deno.test("the same time in another zone is another time", () =>
  withMailings(async (world) => {
    const { id } = await launch(world);
    const schedule = { ...DAILY, timeZone: "America/New_York" };
    const input = typed(world, { schedule });
    const { nextDueAt } = await world.own.update(id, input);
    assert.deepEqual(nextDueAt, new Date("2030-01-02T14:00:00Z"));
  }));

Deno.test("a paused mailing whose only time has passed can still be renamed", () =>
  withMailings(async (world) => {
    const schedule = { ...DAILY, repeat: "once" };
    const { id } = await launch(world, { schedule });
    await world.own.pause(id);
    setClock(world, "2030-03-01T10:00");
    const input = typed(world, { name: "Summer", schedule });
    assert.equal((await world.own.update(id, input)).name, "Summer");
  }));

Deno.test("a mailing that started long ago keeps its rhythm when something else changes", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    const mailing = await launch(world);
    setClock(world, "2030-03-01T10:00");
    const nextDueAt = new Date("2030-03-02T09:00:00Z");
    await mailings.change(mailing, (old) => ({ ...old, nextDueAt }));
    const renamed = await own.update(
      mailing.id,
      typed(world, { name: "Summer" }),
    );
    assert.deepEqual(renamed.nextDueAt, nextDueAt);
    const schedule = { ...DAILY, endsAt: "2030-04-01T00:00" };
    const ended = await own.update(mailing.id, typed(world, { schedule }));
    assert.deepEqual(ended.nextDueAt, nextDueAt);
  }));

Deno.test("an occurrence that is due already is not lost by a change", () =>
  withMailings(async (world) => {
    const { id } = await launch(world);
    setClock(world, "2030-01-02T09:00:30");
    const schedule = { ...DAILY, endsAt: "2030-04-01T00:00" };
    const { nextDueAt } = await world.own.update(
      id,
      typed(world, { schedule }),
    );
    assert.deepEqual(nextDueAt, new Date("2030-01-02T09:00:00Z"));
  }));

Deno.test("a launched mailing cannot be left without what it needs", () =>
  withMailings(async (world) => {
    const { own } = world;
    const mailing = await launch(world);
    const input = { name: "Bare", ...chosen([]) };
    assert.deepEqual(await faultsOf(own.update(mailing.id, input)), {
      textId: "Choose a message.",
      audience: "Choose at least one client.",
      startsAt: "Choose when it is to go out.",
    });
    assert.deepEqual(await own.get(mailing.id), mailing);
  }));

Deno.test("times after which nothing would go out are refused", () =>
  withMailings(async (world) => {
    const { own } = world;
    const { id } = await launch(world);
    setClock(world, "2030-03-01T10:00");
    const refused = async (schedule: unknown) =>
      await faultsOf(own.update(id, typed(world, { schedule })));
    await own.pause(id);
    assert.deepEqual(await refused({ ...DAILY, endsAt: "2030-02-01T00:00" }), {
      endsAt: "Nothing would go out before this end. Choose a later one.",
    });
    const passed = { startsAt: "This time has passed. Choose a later one." };
    assert.deepEqual(await refused({ ...DAILY, repeat: "once" }), passed);
    assert.deepEqual(
      await refused({ ...DAILY, startsAt: "2030-02-02T09:00" }),
      passed,
    );
  }));

Deno.test("a paused mailing stays paused when it is changed", () =>
  withMailings(async (world) => {
    const { id } = await launch(world);
    await world.own.pause(id);
    const schedule = { ...DAILY, startsAt: "2030-01-04T09:00" };
    const { status, nextDueAt } = await world.own.update(
      id,
      typed(world, { schedule }),
    );
    assert.deepEqual({ status, nextDueAt }, {
      status: "paused",
      nextDueAt: undefined,
    });
    const resumed = await world.own.resume(id);
    assert.deepEqual(resumed.nextDueAt, new Date("2030-01-04T09:00:00Z"));
  }));

Deno.test("a mailing that is being sent or is over cannot be changed", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    const mailing = await launch(world);
    await mailings.change(mailing, (old) => ({ ...old, status: "running" }));
    const change = () =>
      own.update(mailing.id, typed(world, chosen(world.clientIds)));
    assert.equal(
      await conflictOf(change()),
      'The mailing "Spring" is being sent. Pause it to change it.',
    );
    await own.cancel(mailing.id);
    assert.equal(
      await conflictOf(change()),
      'The mailing "Spring" is cancelled and cannot be changed. Duplicate it to send it again.',
    );
    assert.deepEqual(await listsOf(world, 0), []);
  }));
