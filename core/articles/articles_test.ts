import assert from "node:assert/strict";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { Articles } from "./articles.ts";
import { AUTHOR, typed, withBlog } from "./test_articles.ts";

const DAY = 24 * 60 * 60 * 1_000;

Deno.test("two articles of one title get two addresses", async () => {
  await withBlog(async ({ articles, publish }) => {
    await publish("Good news");
    assert.equal((await publish("Good news")).slug, "good-news-2");
    const taken = typed("Else", { slug: "good-news" });
    await assert.rejects(
      articles.create(taken, { author: AUTHOR }),
      (error) =>
        error instanceof Invalid &&
        /another one/.test(error.fields["slug"] ?? ""),
    );
  });
});

Deno.test("two articles at the same time do not share an address", async () => {
  await withBlog(async ({ publish }) => {
    const made = await Promise.allSettled([publish("News"), publish("News")]);
    const slugs = made.flatMap((one) =>
      one.status === "fulfilled" ? [one.value.slug] : []
    );
    assert.equal(new Set(slugs).size, slugs.length);
    for (const one of made) {
      if (one.status === "rejected") {
        assert.ok(
          one.reason instanceof Invalid || one.reason instanceof Conflict,
        );
      }
    }
  });
});

Deno.test("an address stays when the title changes, and moves when it is typed", async () => {
  await withBlog(async ({ articles, publish }) => {
    const { id } = await publish("First");
    assert.equal(
      (await articles.update(id, typed("Second"), {})).slug,
      "first",
    );
    const moved = await articles.update(
      id,
      typed("Second", { slug: "second" }),
      {},
    );
    assert.equal(moved.slug, "second");
    await assert.rejects(articles.reading.article("first"), NotFound);
  });
});

Deno.test("readers see what is published, at its time and not before", async () => {
  await withBlog(async ({ articles, publish, pass, store }) => {
    await articles.create(typed("Draft"), { author: AUTHOR });
    await publish("Tomorrow", new Date(store.now().getTime() + DAY));
    await publish("Today");
    const titles = async () =>
      (await articles.reading.page()).items.map(({ title }) => title);
    assert.deepEqual(await titles(), ["Today"]);
    await assert.rejects(articles.reading.article("tomorrow"), NotFound);
    await assert.rejects(articles.reading.article("draft"), NotFound);
    pass(DAY);
    assert.deepEqual(await titles(), ["Tomorrow", "Today"]);
    assert.equal(
      (await articles.reading.article("tomorrow")).title,
      "Tomorrow",
    );
  });
});

Deno.test("an article knows the ones before and after it", async () => {
  await withBlog(async ({ articles, publish, pass }) => {
    for (const title of ["One", "Two", "Three"]) {
      await publish(title);
      pass(1_000);
    }
    const { previous, next } = await articles.reading.article("two");
    assert.deepEqual([previous?.slug, next?.slug], ["one", "three"]);
    assert.equal((await articles.reading.article("one")).previous, undefined);
    assert.equal((await articles.reading.article("three")).next, undefined);
  });
});

Deno.test("an edit shows at once; what did not change comes from the cache", async () => {
  await withBlog(async ({ articles, publish, store }) => {
    const { id } = await publish("Old title");
    await articles.reading.article("old-title");
    await articles.update(id, typed("New title"), { publishedAt: store.now() });
    assert.equal(
      (await articles.reading.article("old-title")).title,
      "New title",
    );
    await articles.unpublish(id);
    await assert.rejects(articles.reading.article("old-title"), NotFound);
    assert.deepEqual((await articles.reading.page()).items, []);
    await articles.publish(id);
    assert.equal((await articles.reading.page()).items.length, 1);
    await articles.remove(id);
    assert.equal((await articles.reading.page()).items.length, 0);
  });
});

Deno.test("pages follow one another, the newest article first", async () => {
  await withBlog(async ({ articles, publish, pass }) => {
    for (let n = 0; n < 12; n++) {
      await publish(`Number ${n}`);
      pass(1_000);
    }
    const first = await articles.reading.page();
    const second = await articles.reading.page(first.next);
    assert.equal(first.items[0]?.title, "Number 11");
    assert.deepEqual(second.items.map(({ title }) => title), [
      "Number 1",
      "Number 0",
    ]);
    assert.equal(second.next, undefined);
  });
});

Deno.test("three articles are drawn, those in the reader's language first", async () => {
  await withBlog(async ({ articles, publish, pass }) => {
    for (const title of ["One", "Two", "Three", "Four"]) await publish(title);
    const body = typed("Пять", { language: "ru" });
    await articles.create(body, { author: AUTHOR, publishedAt: new Date(0) });
    const drawn = await articles.reading.random("ru");
    assert.equal(drawn.length, 3);
    assert.equal(drawn[0]?.title, "Пять");
    assert.equal(new Set(drawn.map(({ id }) => id)).size, 3);
    pass(9_000);
    assert.deepEqual(await articles.reading.random("ru"), drawn);
  });
});

Deno.test("articles are drawn anew after a while", async () => {
  await withBlog(async ({ store, cache, publish, pass }) => {
    let chance = 0;
    const { reading } = new Articles({ store, cache, random: () => chance });
    for (let n = 0; n < 9; n++) await publish(`Number ${n}`);
    const titles = async () =>
      (await reading.random("en")).map(({ title }) => title);
    const first = await titles();
    chance = 0.9;
    pass(10_000);
    assert.deepEqual(await titles(), first);
    await cache.idle();
    assert.notDeepEqual(await titles(), first);
  });
});

Deno.test("an article goes with its views", async () => {
  await withBlog(async ({ articles, publish }) => {
    const { id } = await publish("Gone");
    articles.views.add(id);
    await articles.remove(id);
    assert.deepEqual(await articles.views.of([id]), [0]);
  });
});

Deno.test("a search and a state narrow what is managed", async () => {
  await withBlog(async ({ articles, publish, store }) => {
    await articles.create(typed("Draft about mail"), { author: AUTHOR });
    await publish("About mail");
    await publish("Later", new Date(store.now().getTime() + DAY));
    const titles = async (wanted: object) =>
      (await articles.list(wanted)).items.map(({ title }) => title);
    assert.deepEqual(await titles({ search: "mail", state: "draft" }), [
      "Draft about mail",
    ]);
    assert.deepEqual(await titles({ state: "scheduled" }), ["Later"]);
    assert.equal((await titles({})).length, 3);
  });
});

Deno.test("the longest article that may be typed fits, in any letters", async () => {
  await withBlog(async ({ articles }) => {
    const long = typed("Long", {
      body: "ж".repeat(28_000),
      summary: "ж".repeat(300),
    });
    await articles.create(long, { author: AUTHOR, publishedAt: new Date(0) });
    assert.ok((await articles.reading.article("long")).html.length > 28_000);
    await assert.rejects(
      articles.create(typed("Longer", { body: "ж".repeat(28_001) }), {
        author: AUTHOR,
      }),
      Invalid,
    );
  });
});
