import assert from "node:assert/strict";
import { Invalid } from "../errors.ts";
import type { Store } from "./store.ts";
import { withStore } from "./testing/memory_store.ts";
import { people, type Person, person } from "./testing/people.ts";

const names = [
  "Ярослав",
  "Яна",
  "Иван",
  "😀 Смайл",
  "Иванна Иванова",
  "Anna",
  "И",
];

async function acmeWith(store: Store, all: readonly string[]) {
  const acme = people(store).of("acme");
  for (const [i, name] of all.entries()) {
    await acme.insert(person(String(i), { name }));
  }
  return acme;
}

const namesOf = (page: { items: Person[] }) => page.items.map((p) => p.name);

Deno.test("names are found by how they start, in every script", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, names);
    const starting = async (startsWith: string) =>
      namesOf(await acme.list({ index: "byName", startsWith, limit: 9 }));
    assert.deepEqual(await starting("Иван"), ["Иван", "Иванна Иванова"]);
    assert.deepEqual(await starting("И"), ["И", "Иван", "Иванна Иванова"]);
    assert.deepEqual(await starting("Я"), ["Яна", "Ярослав"]);
    assert.deepEqual(await starting("😀"), ["😀 Смайл"]);
    assert.deepEqual(await starting("Z"), []);
    assert.equal((await starting("")).length, names.length);
  }));

Deno.test("a record with several words in range comes once, forwards and backwards", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, [
      "Иванна Иванова",
      "Иван Иванов",
      "Пётр",
    ]);
    for (const reverse of [false, true]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await acme.list({
          index: "byWord",
          startsWith: "иван",
          reverse,
          limit: 1,
          cursor,
        });
        seen.push(...namesOf(page));
        cursor = page.next;
      } while (cursor);
      assert.deepEqual(seen.sort(), ["Иван Иванов", "Иванна Иванова"]);
    }
  }));

Deno.test("pages lead forth and back", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, ["a", "b", "c", "d", "e"]);
    const read = (cursor?: string) =>
      acme.list({ index: "byName", limit: 2, cursor });
    const first = await read();
    const second = await read(first.next);
    const third = await read(second.next);
    assert.deepEqual([first, second, third].map(namesOf), [["a", "b"], [
      "c",
      "d",
    ], ["e"]]);
    assert.equal(first.previous, undefined);
    assert.equal(third.next, undefined);
    assert.deepEqual(namesOf(await read(third.previous)), ["c", "d"]);
    const back = await read(second.previous);
    assert.deepEqual(namesOf(back), ["a", "b"]);
    assert.equal(back.previous, undefined);
    assert.deepEqual(namesOf(await read(back.next)), ["c", "d"]);
  }));

Deno.test("a page whose records went leads back to what is left", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, ["a", "b", "c"]);
    const first = await acme.list({ index: "byName", limit: 2 });
    await acme.remove("2");
    const empty = await acme.list({
      index: "byName",
      limit: 2,
      cursor: first.next,
    });
    assert.deepEqual(empty.items, []);
    assert.equal(empty.next, undefined);
    const back = await acme.list({
      index: "byName",
      limit: 2,
      cursor: empty.previous,
    });
    assert.deepEqual(namesOf(back), ["a", "b"]);
  }));

Deno.test("a cursor holds while the bounds of its list move on", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, ["a", "b", "c", "d"]);
    const first = await acme.list({ index: "byName", from: ["a"], limit: 1 });
    const later = await acme.list({
      index: "byName",
      from: ["c"],
      limit: 9,
      cursor: first.next,
    });
    assert.deepEqual(namesOf(later), ["c", "d"]);
  }));

Deno.test("a cursor of another list or scope is refused", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, ["a", "b", "c"]);
    const { next } = await acme.list({ index: "byName", limit: 1 });
    const read = (scope: string, options: object) =>
      people(store).of(scope).list({ limit: 1, cursor: next, ...options });
    await assert.rejects(
      async () => await read("other", { index: "byName" }),
      Invalid,
    );
    await assert.rejects(
      async () => await read("acme", { index: "byWord" }),
      Invalid,
    );
    await assert.rejects(async () => await read("acme", {}), Invalid);
    await assert.rejects(
      async () => await read("acme", { index: "byName", reverse: true }),
      Invalid,
    );
    await assert.rejects(
      async () => await read("acme", { index: "byName", cursor: "x" }),
      Invalid,
    );
    await assert.rejects(
      async () => await read("acme", { index: "byName", cursor: "" }),
      Invalid,
    );
  }));

Deno.test("a pointer whose record went between two reads is skipped, and the page still filled", () =>
  withStore(async ({ store, kv }) => {
    const acme = await acmeWith(store, ["a", "b", "c", "d"]);
    await kv.delete(["people", "acme", "1"]);
    await kv.set(["people/byName", "acme", "aa", "2"], ["acme", "2"]);
    const page = await acme.list({ index: "byName", limit: 2 });
    assert.deepEqual(namesOf(page), ["a", "c"]);
    assert.deepEqual(
      namesOf(
        await acme.list({ index: "byName", limit: 2, cursor: page.next }),
      ),
      ["d"],
    );
  }));

Deno.test("a stream is read in batches and goes on from any record's cursor", () =>
  withStore(async ({ store }) => {
    const acme = await acmeWith(store, ["a", "b", "c", "d", "e"]);
    const seen: string[] = [];
    let after: string | undefined;
    for await (const step of acme.iterate({ index: "byName", batch: 2 })) {
      seen.push(step.record.name);
      after = step.cursor;
      if (seen.length === 3) break;
    }
    for await (
      const { record } of acme.iterate({ index: "byName", batch: 2, after })
    ) seen.push(record.name);
    assert.deepEqual(seen, ["a", "b", "c", "d", "e"]);
  }));

Deno.test("a text to search for that no key can hold is Invalid", () =>
  withStore(async ({ store }) => {
    const acme = people(store).of("acme");
    await assert.rejects(
      async () =>
        await acme.list({
          index: "byName",
          startsWith: "x".repeat(5_000),
          limit: 1,
        }),
      Invalid,
    );
  }));
