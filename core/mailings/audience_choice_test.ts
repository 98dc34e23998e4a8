import assert from "node:assert/strict";
import { faultsOf } from "../test_refusals.ts";
import {
  beginRun,
  chosenFor,
  launch,
  listsOf,
  typed,
  withMailings,
} from "./test_mailings.ts";

const chosen = (clientIds?: string[]) => ({
  audience: { kind: "chosen", clientIds },
});

Deno.test("a new choice of clients takes the place of the old list", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const before = await launch(world, chosen(clientIds.slice(0, 2)));
    const after = await own.update(
      before.id,
      typed(world, chosen(clientIds.slice(1))),
    );
    assert.deepEqual(
      await chosenFor(world, after),
      clientIds.slice(1).toSorted(),
    );
    assert.deepEqual(await chosenFor(world, before), []);
    assert.deepEqual(await listsOf(world, 0), []);
  }));

Deno.test("a run that has begun keeps the list it began with", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const before = await launch(world, chosen(clientIds.slice(0, 2)));
    await beginRun(world, before);
    await own.update(before.id, typed(world, chosen(clientIds.slice(2))));
    const kept = await chosenFor(world, before);
    assert.deepEqual(kept, clientIds.slice(0, 2).toSorted());
  }));

Deno.test("a choice that is not typed again stays as it was", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const before = await launch(world, chosen(clientIds));
    const after = await own.update(
      before.id,
      typed(world, { name: "Summer", ...chosen() }),
    );
    assert.deepEqual(after.audience, before.audience);
    assert.deepEqual(await chosenFor(world, after), clientIds.toSorted());
  }));

Deno.test("a refused change leaves the old list and no other", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const before = await launch(world, chosen(clientIds));
    const input = typed(world, {
      ...chosen(clientIds.slice(1)),
      textId: undefined,
    });
    await faultsOf(own.update(before.id, input));
    await faultsOf(own.update(before.id, typed(world, chosen(["nobody"]))));
    assert.deepEqual(await own.get(before.id), before);
    assert.deepEqual(await chosenFor(world, before), clientIds.toSorted());
    assert.equal((await listsOf(world, 1)).length, 1);
  }));

Deno.test("two changes at the same time leave one list, that of the mailing", () =>
  withMailings(async (world) => {
    const { own, clientIds } = world;
    const { id } = await launch(world, chosen(clientIds));
    await Promise.all([
      own.update(id, typed(world, chosen(clientIds.slice(1)))),
      own.update(id, typed(world, chosen(clientIds.slice(2)))),
    ]);
    const mailing = await own.get(id);
    assert.ok((await chosenFor(world, mailing)).includes(clientIds[2]!));
    assert.equal((await listsOf(world, 2)).length, 1);
  }));

Deno.test("a duplicate is a draft with a list of its own", () =>
  withMailings(async (world) => {
    const { own, clientIds, mailings } = world;
    const original = await launch(world, {
      name: "S".repeat(118),
      ...chosen(clientIds),
    });
    await mailings.change(original, (old) => ({ ...old, missed: 4 }));
    const copy = await own.duplicate(original.id);
    assert.equal(copy.name, `Copy of ${"S".repeat(112)}`);
    assert.equal(copy.status, "draft");
    assert.equal(copy.missed, 0);
    assert.equal(copy.nextDueAt, undefined);
    assert.deepEqual(copy.schedule, original.schedule);
    assert.equal(copy.textId, original.textId);
    await own.update(original.id, typed(world));
    assert.deepEqual(await chosenFor(world, copy), clientIds.toSorted());
    assert.equal((await own.launch(copy.id)).status, "scheduled");
    assert.equal(await own.count(), 2);
  }));

Deno.test("a duplicate leaves out the message and the clients that are gone", () =>
  withMailings(async (world) => {
    const { own, clientIds, messages, clients, textId } = world;
    const { id } = await launch(world, chosen(clientIds.slice(0, 1)));
    await own.cancel(id);
    await messages.of("o1").remove(textId);
    await clients.of("o1").remove(clientIds[0]!);
    const copy = await own.duplicate(id);
    assert.equal(copy.textId, undefined);
    assert.deepEqual(await chosenFor(world, copy), []);
    assert.equal(
      (await faultsOf(own.launch(copy.id))).audience,
      "Choose at least one client.",
    );
  }));

Deno.test("unfinished mailings are named by the message and the clients they need", () =>
  withMailings(async (world) => {
    const { own, mailings, clientIds, textId } = world;
    const [anna, boris] = clientIds;
    const a = await launch(world, { name: "A", ...chosen([anna!]) });
    const b = await launch(world, { name: "B", ...chosen([anna!, boris!]) });
    await launch(world, { name: "C" });
    const names = async (id: string) =>
      (await mailings.usingClient("o1", id)).sort();
    assert.deepEqual(await names(anna!), ["A", "B"]);
    assert.deepEqual(await names(boris!), ["B"]);
    assert.deepEqual((await mailings.usingText("o1", textId)).sort(), [
      "A",
      "B",
      "C",
    ]);
    await own.cancel(b.id);
    await own.update(a.id, typed(world, { name: "A" }));
    assert.deepEqual(await names(anna!), []);
    assert.deepEqual((await mailings.usingText("o1", textId)).sort(), [
      "A",
      "C",
    ]);
    await world.audiences.write("o1", [anna!]);
    assert.deepEqual(await names(anna!), []);
  }));
