import assert from "node:assert/strict";
import { z } from "zod";
import { NotFound } from "../errors.ts";
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
