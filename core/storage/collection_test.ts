import assert from "node:assert/strict";
import { z } from "zod";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { Collection } from "./collection.ts";
import { Taken } from "./taken.ts";
import { withStore } from "./testing/memory_store.ts";
import { people, person } from "./testing/people.ts";
import { rawEntries, rawKeys } from "./testing/raw.ts";

Deno.test("a record lies under its scope, with a small pointer in each index", () =>
  withStore(async ({ store, kv }) => {
    const ivan = person("1", {
      email: "i@x.ru",
      name: "Иван Иванов",
      dueAt: new Date(5),
    });
    await people(store).of("acme").insert(ivan);
    const pointer = ["acme", "1"];
    assert.deepEqual(
      (await rawEntries(kv)).map(({ key, value }) => [key, value]),
      [
        [["people", "acme", "1"], { v: 1, r: ivan }],
        [["people/byDue", 5, "acme", "1"], pointer],
        [["people/byEmail", "acme", "i@x.ru"], pointer],
        [["people/byName", "acme", "Иван Иванов", "1"], pointer],
        [["people/byWord", "acme", "иван", "1"], pointer],
        [["people/byWord", "acme", "иванов", "1"], pointer],
      ],
    );
  }));

Deno.test("another scope's ids find nothing", () =>
  withStore(async ({ store }) => {
    await people(store).of("acme").insert(person("1"));
    const other = people(store).of("other");
    await assert.rejects(other.get("1"), NotFound);
    await assert.rejects(other.update("1", (p) => p), NotFound);
    await assert.rejects(other.remove("1"), NotFound);
    assert.equal(await other.find("1"), undefined);
    assert.equal(await other.findBy("byEmail", ["1@example.com"]), undefined);
    assert.deepEqual(
      (await other.list({ index: "byName", limit: 5 })).items,
      [],
    );
  }));

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

Deno.test("a scoped collection is reached through a scope or read everywhere, never by itself", () =>
  withStore(async ({ store }) => {
    const all = people(store);
    await assert.rejects(async () => await all.get("1"), RangeError);
    await assert.rejects(async () => await all.list({ limit: 1 }), RangeError);
    await assert.rejects(
      async () => await all.findBy("byEmail", ["x"]),
      RangeError,
    );
    await assert.rejects(all.insert(person("1")), RangeError);
    await assert.rejects(
      async () => await all.everywhere().list({ index: "byName", limit: 1 }),
      RangeError,
    );
    await assert.rejects(
      async () => await all.of("acme").list({ index: "byDue", limit: 1 }),
      RangeError,
    );
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

Deno.test("a collection without scopes has the verbs itself", () =>
  withStore(async ({ store, kv }) => {
    const users = new Collection(store, {
      name: "users",
      schema: z.object({ login: z.string(), email: z.string() }),
      version: 1,
      id: (user) => user.login,
      indexes: { byEmail: { unique: true, key: (user) => [user.email] } },
    });
    await users.insert({ login: "ann", email: "a@x.ru" });
    assert.equal((await users.findBy("byEmail", ["a@x.ru"]))?.login, "ann");
    assert.deepEqual(await rawKeys(kv), [["users", "ann"], [
      "users/byEmail",
      "a@x.ru",
    ]]);
    assert.deepEqual(
      await users.everywhere().find(["ann"]),
      await users.get("ann"),
    );
    assert.throws(() => users.of("acme"), RangeError);
  }));

Deno.test("everywhere finds by scope and id, and lists all scopes", () =>
  withStore(async ({ store }) => {
    const all = people(store);
    await all.of("acme").insert(person("2", { dueAt: new Date(5) }));
    await all.of("zeta").insert(
      person("1", { ownerId: "zeta", dueAt: new Date(3) }),
    );
    await all.of("zeta").insert(person("3", { ownerId: "zeta" }));
    const ids = (page: { items: { id: string }[] }) =>
      page.items.map((p) => p.id);
    assert.equal((await all.everywhere().find(["zeta", "1"]))?.id, "1");
    assert.equal(await all.everywhere().find(["acme", "1"]), undefined);
    assert.deepEqual(ids(await all.everywhere().list({ limit: 9 })), [
      "2",
      "1",
      "3",
    ]);
    assert.deepEqual(
      ids(await all.everywhere().list({ index: "byDue", limit: 9 })),
      ["1", "2"],
    );
    assert.deepEqual(
      ids(await all.everywhere().list({ index: "byDue", to: [5], limit: 9 })),
      ["1"],
    );
  }));

Deno.test("a unique index over all scopes leads anyone's reader to its own records alone", () =>
  withStore(async ({ store }) => {
    const links = new Collection(store, {
      name: "links",
      schema: z.object({
        id: z.string(),
        ownerId: z.string(),
        token: z.string(),
      }),
      version: 1,
      scope: (link) => link.ownerId,
      indexes: {
        byToken: { unique: true, global: true, key: (link) => [link.token] },
      },
    });
    await links.of("acme").insert({ id: "1", ownerId: "acme", token: "t" });
    assert.equal((await links.everywhere().findBy("byToken", ["t"]))?.id, "1");
    assert.equal((await links.of("acme").findBy("byToken", ["t"]))?.id, "1");
    assert.equal(await links.of("other").findBy("byToken", ["t"]), undefined);
    await assert.rejects(
      links.of("other").insert({ id: "1", ownerId: "other", token: "t" }),
      Taken,
    );
  }));

Deno.test("a name that would collide with another kind of key is refused", () =>
  withStore(({ store }) => {
    for (const name of ["+count", "a/b", ""]) {
      assert.throws(
        () =>
          new Collection(store, {
            name,
            version: 1,
            schema: z.object({ id: z.string() }),
          }),
        RangeError,
      );
    }
    return Promise.resolve();
  }));
