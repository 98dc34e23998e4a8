import assert from "node:assert/strict";
import { newId } from "../storage/mod.ts";
import { absenceOf, faultsOf } from "../test_refusals.ts";
import { launch, listsOf, typed, withMailings } from "./test_mailings.ts";

const ONE = "01890000-0000-7000-8000-000000000001";

Deno.test("a mailing that is asked for twice is made once", () =>
  withMailings(async (world) => {
    const { own } = world;
    const asked = { launch: true, id: newId() };
    const first = await own.create(typed(world), asked);
    const again = await own.create(typed(world, { name: "Other" }), asked);
    assert.deepEqual(again, first);
    assert.equal(await own.count(), 1);
  }));

Deno.test("a mailing that is asked for twice at the same time is made once", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const audience = { kind: "chosen", clientIds };
    const input = typed(world, { audience });
    const asked = { launch: true, id: ONE };
    const made = await Promise.all([
      own.create(input, asked),
      own.create(input, asked),
    ]);
    assert.deepEqual(made.map(({ id }) => id), [ONE, ONE]);
    assert.equal(await own.count(), 1);
    assert.equal((await listsOf(world, 0)).length, 1);
  }));

Deno.test("an id that another owner's mailing has makes a mailing of one's own", () =>
  withMailings(async (world) => {
    const { own, mailings } = world;
    await own.create(typed(world), { launch: false, id: ONE });
    const audience = { kind: "everyone" };
    const theirs = await mailings.of("o2")
      .create({ name: "Theirs", audience }, { launch: false, id: ONE });
    assert.equal(theirs.name, "Theirs");
    assert.equal((await own.get(ONE)).name, "Spring");
  }));

Deno.test("an id that is none is refused", () =>
  withMailings(async (world) => {
    const asked = { launch: false, id: "../admin" };
    const faults = await faultsOf(world.own.create(typed(world), asked));
    assert.deepEqual(Object.values(faults), [
      "This form is not complete. Load the page again.",
    ]);
    await absenceOf(world.own.get("../admin"));
  }));

Deno.test("a draft is changed and launched in one step", () =>
  withMailings(async (world) => {
    const { own } = world;
    const { id } = await own.create(typed(world), { launch: false });
    const input = typed(world, { name: "Autumn" });
    const { name, status } = await own.update(id, input, { launch: true });
    assert.deepEqual([name, status], ["Autumn", "scheduled"]);
  }));

Deno.test("a launch that is refused keeps nothing of the change", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const { id } = await own.create(typed(world), { launch: false });
    const input = typed(world, {
      name: "Autumn",
      textId: undefined,
      audience: { kind: "chosen", clientIds },
    });
    const faults = await faultsOf(own.update(id, input, { launch: true }));
    assert.deepEqual(faults, { textId: "Choose a message." });
    const { name, audience, status } = await own.get(id);
    assert.deepEqual([name, audience.kind, status], [
      "Spring",
      "everyone",
      "draft",
    ]);
    assert.deepEqual(await listsOf(world, 0), []);
  }));

Deno.test("a mailing that only the unsubscribed would get is not launched", () =>
  withMailings(async (world) => {
    const { clients, clientIds, clock } = world;
    const own = clients.of("o1");
    const [anna] = clientIds;
    await own.setUnsubscribed(anna!, clock.at);
    const chosen = { kind: "chosen", clientIds: [anna] };
    assert.deepEqual(await faultsOf(launch(world, { audience: chosen })), {
      audience: "All the clients chosen have unsubscribed. Choose others.",
    });
    const search = { kind: "search", query: "anna" };
    assert.deepEqual(await faultsOf(launch(world, { audience: search })), {
      audience:
        'All clients that match "anna" have unsubscribed. Search for something else.',
    });
    for (const id of clientIds) await own.setUnsubscribed(id, clock.at);
    assert.deepEqual(await faultsOf(launch(world)), {
      audience: "All your clients have unsubscribed. Add others first.",
    });
  }));
