import assert from "node:assert/strict";
import { z } from "zod";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { Collection } from "./collection.ts";
import { Taken } from "./taken.ts";
import { withStore } from "./testing/memory_store.ts";
import { people, person } from "./testing/people.ts";
import { rawKeys } from "./testing/raw.ts";

Deno.test("a record cannot be written into another scope", () =>
  withStore(async ({ store, kv }) => {
    const other = people(store).of("other");
    await assert.rejects(other.insert(person("1")), RangeError);
    await assert.rejects(
      store.transact((tx) => other.put(person("1"), {}, tx)),
      RangeError,
    );
    assert.deepEqual(await rawKeys(kv), []);
  }));

Deno.test("a taken unique key is a Conflict that says which index", () =>
  withStore(async ({ store, kv }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { email: "a@x.ru" }));
    const before = await rawKeys(kv);
    const isTaken = (error: unknown) =>
      error instanceof Taken && error instanceof Conflict &&
      error.index === "byEmail";
    await assert.rejects(
      acme.insert(person("2", { email: "a@x.ru" })),
      isTaken,
    );
    assert.deepEqual(await rawKeys(kv), before);
    await acme.insert(person("2"));
    await assert.rejects(
      acme.update("2", (p) => ({ ...p, email: "a@x.ru" })),
      isTaken,
    );
    await people(store).of("other").insert(
      person("1", { ownerId: "other", email: "a@x.ru" }),
    );
  }));

Deno.test("of two who insert the same unique key at once, one is told that it is taken", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    const results = await Promise.allSettled(
      ["1", "2", "3"].map((id) => acme.insert(person(id, { email: "a@x.ru" }))),
    );
    const reasons = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason] : []
    );
    assert.equal(reasons.length, 2);
    for (const reason of reasons) assert.ok(reason instanceof Taken);
  }));

Deno.test("an id that is in use is a Conflict", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1"));
    await assert.rejects(
      acme.insert(person("1", { email: "other@x.ru" })),
      Conflict,
    );
  }));

Deno.test("an update writes the record and the index entries that changed, no more", () =>
  withStore(async ({ store, faults }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { name: "Ivan Petrov" }));
    faults.tried.length = 0;
    await acme.update("1", (p) => ({ ...p, name: "Ivan Sidorov" }));
    const changes = faults.tried[0]!.map((
      mutation,
    ) => [mutation.type, mutation.key.slice(0, 3).join(" ")]);
    assert.deepEqual(changes, [
      ["set", "people acme 1"],
      ["set", "people/byName acme Ivan Sidorov"],
      ["set", "people/byWord acme sidorov"],
      ["delete", "people/byName acme Ivan Petrov"],
      ["delete", "people/byWord acme petrov"],
    ]);
  }));

Deno.test("an update that changes the record in place moves its index entries too", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { email: "old@x.ru" }));
    await acme.update("1", (p) => Object.assign(p, { email: "new@x.ru" }));
    assert.equal(await acme.findBy("byEmail", ["old@x.ru"]), undefined);
    assert.equal((await acme.findBy("byEmail", ["new@x.ru"]))?.id, "1");
    assert.equal(
      (await acme.insert(person("2", { email: "old@x.ru" }))).id,
      "2",
    );
  }));

Deno.test("concurrent updates of one record all take place", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { name: "x" }));
    await Promise.all(
      Array.from(
        { length: 8 },
        () => acme.update("1", (p) => ({ ...p, name: p.name + "x" })),
      ),
    );
    assert.equal((await acme.get("1")).name, "x".repeat(9));
  }));

Deno.test("an update keeps the id and the scope", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1"));
    await assert.rejects(
      acme.update("1", (p) => ({ ...p, id: "2" })),
      RangeError,
    );
    await assert.rejects(
      acme.update("1", (p) => ({ ...p, ownerId: "other" })),
      RangeError,
    );
  }));

Deno.test("what the schema refuses is Invalid by field, and nothing is written", () =>
  withStore(async ({ store, kv }) => {
    const acme = people(store).of("acme");
    const byEmail = (error: unknown) =>
      error instanceof Invalid && "email" in error.fields;
    await assert.rejects(
      acme.insert(person("1", { email: "nobody" })),
      byEmail,
    );
    assert.deepEqual(await rawKeys(kv), []);
    await acme.insert(person("1"));
    await assert.rejects(
      acme.update("1", (p) => ({ ...p, email: "nobody" })),
      byEmail,
    );
  }));

Deno.test("a record that is too large is refused by name, and nothing is written", () =>
  withStore(async ({ store, kv }) => {
    const notes = new Collection(store, {
      name: "notes",
      version: 1,
      schema: z.object({ id: z.string(), text: z.string() }),
    });
    const large = notes.insert({ id: "7", text: "ж".repeat(40_000) });
    await assert.rejects(
      large,
      (error) =>
        error instanceof Invalid && /notes "7" takes 80/.test(error.message),
    );
    assert.deepEqual(await rawKeys(kv), []);
  }));

Deno.test("an id that no key can hold is simply not there", () =>
  withStore(async ({ store }) => {
    await assert.rejects(
      people(store).of("acme").get("x".repeat(5_000)),
      NotFound,
    );
    assert.equal(
      await people(store).of("acme").findBy("byEmail", ["x".repeat(5_000)]),
      undefined,
    );
    await assert.rejects(
      people(store).of("acme").insert(person("x".repeat(5_000))),
      Invalid,
    );
  }));

Deno.test("a removed record leaves nothing behind", () =>
  withStore(async ({ store, kv }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { dueAt: new Date(1) }));
    await acme.remove("1");
    assert.deepEqual(await rawKeys(kv), []);
    await assert.rejects(acme.remove("1"), NotFound);
  }));

Deno.test("several verbs in one transaction are written together or not at all", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1"));
    const work = (fail: boolean) =>
      store.transact(async (tx) => {
        await acme.insert(person("2"), tx);
        await acme.update("2", (p) => ({ ...p, name: "Second" }), tx);
        await acme.remove("1", tx);
        assert.equal((await acme.get("2", tx)).name, "Second");
        assert.equal(await acme.find("1", tx), undefined);
        if (fail) throw new Conflict("no");
      });
    await assert.rejects(work(true), Conflict);
    assert.deepEqual((await acme.list({ limit: 9 })).items.map((p) => p.id), [
      "1",
    ]);
    await work(false);
    assert.deepEqual((await acme.list({ limit: 9 })).items.map((p) => p.id), [
      "2",
    ]);
  }));

Deno.test("what happens to an inserted record before the commit is not written", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await store.transact(async (tx) => {
      const inserted = await acme.insert(person("1", { name: "Right" }), tx);
      inserted.name = "Wrong";
    });
    assert.equal((await acme.get("1")).name, "Right");
  }));

Deno.test("put writes without reading", () =>
  withStore(async ({ store, kv, faults }) => {
    const acme = people(store).of("acme");
    const previous = person("1", { name: "Old" });
    faults.lockedReads = Infinity;
    await store.transact((tx) => acme.put(previous, {}, tx));
    await store.transact((tx) =>
      acme.put({ ...previous, name: "New" }, { previous }, tx)
    );
    assert.equal(faults.tried[1]?.length, 5);
    assert.equal((await rawKeys(kv)).length, 4);
  }));
