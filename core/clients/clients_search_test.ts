import assert from "node:assert/strict";
import type { Client } from "./client.ts";
import type { OwnClients } from "./own_clients.ts";
import { withNouns } from "../test_nouns.ts";

const PEOPLE = [
  { email: "anna@example.com", name: "Анна Иванова", comment: "" },
  { email: "ivan@example.com", name: "Иван Иванов", comment: "брат Анны" },
  { email: "boris@sample.org", name: "Борис Ёлкин", comment: "" },
  { email: "ivanka@example.com", name: "Ivanka Ivanova", comment: "ivan" },
  { email: "clara@sample.org", name: "clara Smith", comment: "likes tea" },
];

function withPeople(test: (own: OwnClients) => Promise<void>): Promise<void> {
  return withNouns(async ({ clients }) => {
    await clients.of("o1").createMany(PEOPLE);
    await clients.of("o2").createMany(PEOPLE);
    await test(clients.of("o1"));
  });
}

const names = (clients: Client[]) => clients.map(({ name }) => name);

Deno.test("clients are listed by name whatever the case, and backwards too", () =>
  withPeople(async (own) => {
    const sorted = [
      "clara Smith",
      "Ivanka Ivanova",
      "Анна Иванова",
      "Борис Ёлкин",
      "Иван Иванов",
    ];
    assert.deepEqual(names((await own.list()).items), sorted);
    const reversed = await own.list({ reverse: true });
    assert.deepEqual(names(reversed.items), sorted.toReversed());
  }));

Deno.test("a search finds beginnings of words in name, address and comment", () =>
  withPeople(async (own) => {
    const found = async (search: string) =>
      names((await own.list({ search })).items).sort();
    assert.deepEqual(await found("smith"), ["clara Smith"]);
    assert.deepEqual(await found("SAMPLE"), ["clara Smith", "Борис Ёлкин"]);
    assert.deepEqual(await found("te"), ["clara Smith"]);
    assert.deepEqual(await found("ea"), []);
    assert.deepEqual(await found("ivanka@example.com"), ["Ivanka Ivanova"]);
  }));

Deno.test("a search works in Cyrillic, composed or not, in either case", () =>
  withPeople(async (own) => {
    const found = async (search: string) =>
      names((await own.list({ search })).items).sort();
    assert.deepEqual(await found("ИВАН"), ["Анна Иванова", "Иван Иванов"]);
    assert.deepEqual(await found("ёл".normalize("NFD")), ["Борис Ёлкин"]);
  }));

Deno.test("every word of a search has to be found", () =>
  withPeople(async (own) => {
    const found = async (search: string) =>
      names((await own.list({ search })).items);
    assert.deepEqual(await found("анн бра"), ["Иван Иванов"]);
    assert.deepEqual(await found("анна тётя"), []);
  }));

Deno.test("a search without words finds nobody; an empty field is no search", () =>
  withPeople(async (own) => {
    assert.deepEqual((await own.list({ search: "—!" })).items, []);
    assert.equal((await own.list({ search: "  " })).items.length, 5);
    assert.deepEqual(await own.count({ search: "—!", atMost: 9 }), {
      count: 0,
      more: false,
    });
  }));

Deno.test("a client with several matching words is found once", () =>
  withPeople(async (own) => {
    const { items } = await own.list({ search: "ivan" });
    assert.deepEqual(names(items).sort(), ["Ivanka Ivanova", "Иван Иванов"]);
    const count = await own.count({ search: "ivan", atMost: 10 });
    assert.deepEqual(count, { count: 2, more: false });
  }));

Deno.test("pages of a search go forth and back over the same clients", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    await own.createMany(crowd(25));
    for (const reverse of [false, true]) {
      const search = "crowd member";
      const one = await own.list({ search, reverse, limit: 10 });
      const two = await own.list({
        search,
        reverse,
        limit: 10,
        cursor: one.next,
      });
      const three = await own.list({
        search,
        reverse,
        limit: 10,
        cursor: two.next,
      });
      const all = [one, two, three].flatMap((page) => names(page.items));
      assert.equal(new Set(all).size, 25);
      assert.equal(three.next, undefined);
      const back = await own.list({
        search,
        reverse,
        limit: 10,
        cursor: three.previous,
      });
      assert.deepEqual(back.items, two.items);
      const first = await own.list({
        search,
        reverse,
        limit: 10,
        cursor: back.previous,
      });
      assert.deepEqual(first.items, one.items);
      assert.equal(first.previous, undefined);
    }
  }));

Deno.test("counting a search stops where it was told, without one it is exact", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    await own.createMany(crowd(25));
    const search = "crowd";
    assert.deepEqual(await own.count({ search, atMost: 24 }), {
      count: 24,
      more: true,
    });
    assert.deepEqual(await own.count({ search, atMost: 25 }), {
      count: 25,
      more: false,
    });
    assert.deepEqual(await own.count({ atMost: 1 }), {
      count: 25,
      more: false,
    });
    assert.equal(await own.count(), 25);
  }));

Deno.test("walking through clients can be taken up again after any of them", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    await own.createMany(crowd(25));
    for (const search of [undefined, "crowd", "c"]) {
      const seen: string[] = [];
      let after: string | undefined;
      for (let went = true; went;) {
        went = false;
        for await (const step of own.iterate({ search }, { after, batch: 4 })) {
          seen.push(step.record.id);
          after = step.cursor;
          went = true;
          if (seen.length % 7 === 0) break;
        }
      }
      assert.equal(seen.length, 25);
      assert.equal(new Set(seen).size, 25);
    }
  }));

Deno.test("a search follows a change of the client", () =>
  withPeople(async (own) => {
    const clara = (await own.list({ search: "clara" })).items[0]!;
    await own.update(clara.id, { ...clara, name: "Dora Smith" });
    assert.deepEqual(
      (await own.list({ search: "clara smith" })).items.length,
      1,
    );
    await own.update(clara.id, { email: "d@sample.org", name: "Dora Smith" });
    assert.deepEqual((await own.list({ search: "clara" })).items, []);
    assert.deepEqual((await own.list({ search: "tea" })).items, []);
    assert.equal((await own.list({ search: "dora" })).items.length, 1);
  }));

Deno.test("the longest name and comment fit, are changed and found", () =>
  withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    const words = Array.from({ length: 500 }, (_, i) => `ё${i.toString(36)}`);
    const client = {
      email: `${"x".repeat(60)}@${"y".repeat(60)}.example.com`,
      name: "ΐ".repeat(200),
      comment: words.join(" ").slice(0, 2_000),
    };
    const { id } = await own.create(client);
    await own.update(id, {
      ...client,
      name: "𝅘𝅥𝅮".repeat(33),
      comment: client.comment.toUpperCase(),
    });
    await own.update(id, { ...client, comment: "Ш".repeat(2_000) });
    assert.equal((await own.list({ search: "ш".repeat(40) })).items.length, 1);
    assert.equal(
      (await own.list({ search: `${"ш".repeat(40)}щ` })).items.length,
      0,
    );
  }));

function crowd(size: number) {
  return Array.from({ length: size }, (_, i) => ({
    email: `crowd${i}@example.com`,
    name: `Crowd Member ${String(i).padStart(2, "0")}`,
    comment: `crowded corner number ${i}`,
  }));
}
