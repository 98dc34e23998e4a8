import assert from "node:assert/strict";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { absenceOf, conflictOf, faultsOf } from "../test_refusals.ts";

const ANNA = {
  email: "anna@example.com",
  name: "Anna Petrova",
  comment: "Met in Riga",
};

Deno.test("a client is kept as it was typed, under its owner", () =>
  withNouns(async ({ clients, clock }) => {
    const anna = await clients.of("o1").create({
      ...ANNA,
      email: " Anna@Example.com ",
    });
    const { id, ...rest } = await clients.of("o1").get(anna.id);
    assert.equal(id, anna.id);
    assert.deepEqual(rest, {
      ...ANNA,
      ownerId: "o1",
      createdAt: clock.at,
      updatedAt: clock.at,
    });
  }));

Deno.test("input that is wrong is refused field by field, and nothing is kept", () =>
  withNouns(async ({ clients }) => {
    const faults = await faultsOf(
      clients.of("o1").create({ email: "anna", name: " ", comment: 7 }),
    );
    assert.deepEqual(Object.keys(faults).sort(), ["comment", "email", "name"]);
    assert.equal(await clients.of("o1").count(), 0);
  }));

Deno.test("an address can be among an owner's clients once, and among another's too", () =>
  withNouns(async ({ clients }) => {
    await clients.of("o1").create(ANNA);
    await clients.of("o2").create(ANNA);
    const again = clients.of("o1").create({
      ...ANNA,
      email: "ANNA@example.com",
    });
    assert.deepEqual(await faultsOf(again), {
      email: "anna@example.com is already among your clients.",
    });
    assert.equal(await clients.of("o1").count(), 1);
  }));

Deno.test("a change keeps the address free for nobody else and gives the old one up", () =>
  withNouns(async ({ clients, clock }) => {
    const own = clients.of("o1");
    const anna = await own.create(ANNA);
    const boris = await own.create({
      email: "boris@example.com",
      name: "Boris",
    });
    const taken = own.update(boris.id, { ...ANNA, name: "Boris" });
    assert.match((await faultsOf(taken)).email ?? "", /already among/);
    clock.at = new Date("2030-01-02T00:00:00Z");
    const moved = await own.update(anna.id, {
      ...ANNA,
      email: "a@example.org",
    });
    assert.equal(moved.email, "a@example.org");
    assert.deepEqual(moved.updatedAt, clock.at);
    assert.deepEqual(moved.createdAt, anna.createdAt);
    await own.update(boris.id, { ...ANNA, name: "Boris" });
    assert.equal(await own.count(), 2);
  }));

Deno.test("another owner's client cannot be seen, changed, unsubscribed or removed", () =>
  withNouns(async ({ clients }) => {
    const { id } = await clients.of("o1").create(ANNA);
    const other = clients.of("o2");
    const said = "There is no such client.";
    assert.equal(await absenceOf(other.get(id)), said);
    assert.equal(await absenceOf(other.update(id, ANNA)), said);
    assert.equal(await absenceOf(other.setUnsubscribed(id, new Date())), said);
    assert.equal(await absenceOf(other.remove(id)), said);
    assert.equal(await other.find(id), undefined);
    assert.deepEqual(await other.known([id]), []);
    assert.deepEqual((await other.list()).items, []);
    assert.deepEqual((await other.list({ search: "anna" })).items, []);
    assert.equal(await other.count(), 0);
    await other.removeAll();
    assert.equal((await clients.of("o1").get(id)).name, ANNA.name);
  }));

Deno.test("an id that no key can hold finds nothing", () =>
  withNouns(async ({ clients }) => {
    await absenceOf(clients.of("o1").get("x".repeat(5_000)));
    await absenceOf(clients.of("o1").remove(""));
  }));

Deno.test("a client can ask for no more mail and come back", () =>
  withNouns(async ({ clients, clock }) => {
    const own = clients.of("o1");
    const { id } = await own.create(ANNA);
    await own.setUnsubscribed(id, clock.at);
    assert.deepEqual((await own.get(id)).unsubscribedAt, clock.at);
    await own.update(id, { ...ANNA, name: "Anna P." });
    assert.deepEqual((await own.get(id)).unsubscribedAt, clock.at);
    await own.setUnsubscribed(id, undefined);
    assert.equal((await own.get(id)).unsubscribedAt, undefined);
  }));

Deno.test("a removed client is gone from every list and count", () =>
  withNouns(async ({ clients, store }) => {
    const own = clients.of("o1");
    const { id } = await own.create(ANNA);
    await own.remove(id);
    assert.equal(await own.find(id), undefined);
    assert.equal(await own.count(), 0);
    assert.equal(await store.counters.get(["site", "clients"]), 0);
    assert.deepEqual((await own.list({ search: "petrova" })).items, []);
    await own.create(ANNA);
  }));

Deno.test("a client chosen for an unfinished mailing stays until that is over", () =>
  withNouns(async (nouns) => {
    const own = nouns.clients.of("o1");
    const anna = await own.create(ANNA);
    const spring = await mailingTo(nouns, "Spring", [anna.id]);
    assert.equal(
      await conflictOf(own.remove(anna.id)),
      'Anna Petrova is among the clients chosen for the mailing "Spring". ' +
        "Choose others there, or cancel what is no longer to be sent.",
    );
    await nouns.mailings.of("o1").remove(spring);
    await own.remove(anna.id);
    assert.equal(await own.count(), 0);
  }));

Deno.test("a thousand clients are added within moments, even on a busy machine", () =>
  withNouns(async ({ clients }) => {
    const inputs = Array.from({ length: 1_000 }, (_, i) => ({
      email: `client${i}@example.com`,
      name: `Client Number ${i}`,
      comment: "from a file",
    }));
    const started = performance.now();
    const { created, present } = await clients.of("o1").createMany(inputs);
    const took = performance.now() - started;
    assert.deepEqual({ created, present }, { created: 1_000, present: [] });
    assert.equal(await clients.of("o1").count(), 1_000);
    assert.ok(took < 3_000, `it took ${took} ms`);
  }));

Deno.test("adding many leaves those alone that are there already, and names them", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    const { id } = await own.create(ANNA);
    const result = await own.createMany([
      { ...ANNA, name: "Another Anna" },
      { email: "boris@example.com", name: "Boris" },
      { email: "BORIS@example.com", name: "Boris again" },
    ]);
    assert.deepEqual(result.created, 1);
    assert.deepEqual(result.present.sort(), [
      "anna@example.com",
      "boris@example.com",
    ]);
    assert.equal((await own.get(id)).name, ANNA.name);
    assert.equal(await own.count(), 2);
  }));

Deno.test("of many with one address the first is added", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    const result = await own.createMany(
      Array.from({ length: 60 }, (_, i) => ({ ...ANNA, name: `Anna ${i}` })),
    );
    assert.equal(result.created, 1);
    assert.equal(result.present.length, 59);
    const { items } = await own.list();
    assert.deepEqual(items.map(({ name }) => name), ["Anna 0"]);
  }));

Deno.test("adding many adds nobody if one of them is wrong", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    await faultsOf(own.createMany([ANNA, { email: "boris", name: "Boris" }]));
    assert.equal(await own.count(), 0);
  }));

Deno.test("two imports at the same time add an address once", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    const inputs = Array.from({ length: 20 }, (_, i) => ({
      email: `client${i}@example.com`,
      name: `Client ${i}`,
    }));
    const results = await Promise.all([
      own.createMany(inputs),
      own.createMany(inputs.toReversed()),
    ]);
    assert.equal(results[0].created + results[1].created, 20);
    assert.equal(await own.count(), 20);
    assert.equal((await own.list({ limit: 100 })).items.length, 20);
  }));

Deno.test("removing all of an owner's clients touches nobody else's", () =>
  withNouns(async ({ clients, store }) => {
    await clients.of("o1").createMany([ANNA, {
      ...ANNA,
      email: "b@example.com",
    }]);
    await clients.of("o2").create(ANNA);
    await clients.of("o1").removeAll();
    assert.equal(await clients.of("o1").count(), 0);
    assert.deepEqual((await clients.of("o1").list()).items, []);
    assert.equal((await clients.of("o2").list()).items.length, 1);
    assert.equal(await store.counters.get(["site", "clients"]), 1);
  }));

async function mailingTo(
  { mailings }: Nouns,
  name: string,
  clientIds: string[],
): Promise<string> {
  const audience = { kind: "chosen", clientIds };
  const mailing = await mailings.of("o1").create({ name, audience }, {
    launch: false,
  });
  return mailing.id;
}
