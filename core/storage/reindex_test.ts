import assert from "node:assert/strict";
import { withStore } from "./testing/memory_store.ts";
import { people, person } from "./testing/people.ts";
import { rawEntries } from "./testing/raw.ts";

Deno.test("nothing is done to indexes that agree with their records", () =>
  withStore(async ({ store, faults }) => {
    await people(store).of("acme").insert(person("1"));
    faults.tried.length = 0;
    assert.deepEqual(await people(store).reindex(), {
      removed: 0,
      added: 0,
      clashes: 0,
    });
    assert.equal(faults.tried.length, 0);
  }));

Deno.test("dangling entries are removed and missing ones added", () =>
  withStore(async ({ store, kv }) => {
    for (const id of ["1", "2", "3"]) {
      await people(store).of("acme").insert(person(id, { dueAt: new Date(7) }));
    }
    const whole = await rawEntries(kv);
    await kv.delete(["people/byEmail", "acme", "1@example.com"]);
    await kv.delete(["people/byDue", 7, "acme", "2"]);
    await kv.set(["people/byName", "acme", "Nobody", "9"], ["acme", "9"]);
    await kv.set(["people/byName", "acme", "Not so", "1"], ["acme", "1"]);
    await kv.set(["people/byEmail", "acme", "2@example.com"], ["acme", "1"]);
    await kv.set(["people/byGone", "acme", "x", "1"], ["acme", "1"]);
    assert.deepEqual(await people(store).reindex(), {
      removed: 4,
      added: 3,
      clashes: 0,
    });
    assert.deepEqual(
      (await rawEntries(kv)).map(({ key, value }) => [key, value]),
      whole.map(({ key, value }) => [key, value]),
    );
  }));

Deno.test("an entry that became right meanwhile is kept", () =>
  withStore(async ({ store, kv, faults }) => {
    const acme = people(store).of("acme");
    await kv.set(["people/byName", "acme", "Nobody", "9"], ["acme", "9"]);
    const getMany = faults.getMany;
    faults.getMany = async (...args) => {
      const found = await getMany(...args);
      faults.getMany = getMany;
      await acme.insert(person("9", { name: "Nobody" }));
      return found;
    };
    assert.equal((await people(store).reindex()).removed, 0);
    assert.equal(
      (await acme.list({ index: "byName", limit: 9 })).items.length,
      1,
    );
  }));

Deno.test("two records that claim one unique key are counted and left", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await acme.insert(person("1", { email: "a@x.ru" }));
    await store.transact((tx) =>
      acme.put(person("2", { email: "a@x.ru" }), {}, tx)
    );
    assert.deepEqual(await people(store).reindex(), {
      removed: 0,
      added: 0,
      clashes: 1,
    });
  }));
