import assert from "node:assert/strict";
import { type TestSite, withSite } from "./site.ts";

async function publish({ core }: TestSite, title: string, language = "en") {
  const article = { title, body: "Some *words*.", language };
  const publishedAt = core.store.now();
  return await core.articles.create(article, {
    author: { name: "Ada Marsh" },
    publishedAt,
  });
}

Deno.test("the home page tells how much there is, and shows three articles", async () => {
  await withSite(async (site) => {
    const { user } = await site.owner();
    const emails = ["anna@example.com", "bob@example.com"];
    for (const owner of [user.id, "another"]) {
      await site.core.clients.of(owner).createMany(
        emails.map((email) => ({ name: "Somebody", email })),
      );
    }
    for (const title of ["One", "Two", "Three", "Four"]) {
      await publish(site, title);
    }
    const { text, html } = await site.browser().get("/");
    assert.match(text, /mailings 0 active mailings 0 unique clients 2/);
    assert.equal(html.match(/<article/g)?.length, 3);
    assert.doesNotMatch(html, /<script/);
  });
});

Deno.test("no three articles are shown for a minute, however often the home page is asked for", async () => {
  await withSite(async (site) => {
    for (let n = 0; n < 40; n++) await publish(site, `Number ${n}`);
    const visitor = site.browser();
    const shown = async () => {
      const { html, headers } = await visitor.get("/");
      return { of: html.match(/\/blog\/number-\d+/g)?.join(), headers };
    };
    const first = await shown();
    const keptElsewhere = [...first.headers.get("cache-control")!
      .matchAll(/(?:s-maxage|stale-while-revalidate)=(\d+)/g)]
      .reduce((sum, [, seconds]) => sum + Number(seconds), 0);
    let lastSeen = 0;
    for (let second = 1; second <= 60; second++) {
      site.pass(1 / 60);
      if ((await shown()).of === first.of) lastSeen = second;
      await site.core.cache.idle();
    }
    assert.ok(lastSeen >= 5, "it is kept for a while");
    assert.ok(lastSeen + keptElsewhere < 60, `${lastSeen}+${keptElsewhere} s`);
  });
});

Deno.test("an article is read, counted and shared", async () => {
  await withSite(async (site) => {
    await publish(site, "First");
    site.pass(1);
    await publish(site, "Good </script> news");
    const reader = site.browser();
    const list = await reader.get("/blog");
    assert.match(list.text, /Good <\/script> news .* First/);
    const path = "/blog/good-script-news";
    const { html, text } = await reader.get(path);
    assert.match(text, /Ada Marsh 23 November 2026 1 min read 1 view/);
    assert.match(text, /Previous article First/);
    assert.match(
      html,
      new RegExp(`canonical" href="${site.site.baseUrl}${path}"`),
    );
    assert.match(html, /og:title" content="Good &lt;\/script> news"/);
    assert.equal(html.match(/<script/g)?.length, 1);
    const data = html.match(/ld\+json"[^>]*>(.*?)<\/script>/)?.[1] ?? "";
    assert.equal(JSON.parse(data).headline, "Good </script> news");
  });
});

Deno.test("every reading counts, also of a page that is given out again", async () => {
  await withSite(async (site) => {
    const { id } = await publish(site, "First");
    for (let n = 0; n < 5; n++) await site.browser().get("/blog/first");
    assert.deepEqual(await site.core.articles.views.of([id]), [5]);
    await site.core.articles.views.flush();
    assert.equal(
      await site.core.store.counters.get(["article", id, "views"]),
      5,
    );
  });
});

Deno.test("caches may keep what visitors see, and nothing of those who signed in", async () => {
  await withSite(async (site) => {
    const { browser } = await site.owner();
    await publish(site, "First");
    for (const path of ["/", "/blog", "/blog/first"]) {
      const first = await site.browser().get(path);
      assert.match(
        first.headers.get("cache-control") ?? "",
        /^public,.*s-maxage/,
      );
      assert.match(first.headers.get("vary") ?? "", /Accept-Language/);
      const etag = first.headers.get("etag") ?? "";
      const again = await site.browser()
        .get(path, { headers: { "if-none-match": etag } });
      assert.equal(again.status, 304);
      const own = await browser.get(path);
      assert.equal(own.headers.get("cache-control"), "private, no-store");
      assert.match(own.text, /Open overview/);
    }
  });
});

Deno.test("a page that tells somebody something is their own, the next one is everybody's", async () => {
  await withSite(async (site) => {
    const { browser } = await site.owner();
    const told = await browser.submit("/sign-out");
    assert.match(told.text, /signed out/i);
    assert.equal(told.headers.get("cache-control"), "private, no-store");
    const next = await browser.get("/");
    assert.doesNotMatch(next.text, /signed out/i);
    assert.match(next.headers.get("cache-control") ?? "", /^public/);
  });
});

Deno.test("a kept page goes out with the headers of every answer", async () => {
  await withSite(async (site) => {
    await site.browser().get("/blog");
    const { headers } = await site.browser().get("/blog");
    for (
      const [name, value] of [
        ["content-security-policy", /default-src 'none'/],
        ["x-content-type-options", /nosniff/],
        ["vary", /Cookie/],
      ] as const
    ) assert.match(headers.get(name) ?? "", value);
  });
});

Deno.test("an edit shows at once, in both languages", async () => {
  await withSite(async (site) => {
    const { id } = await publish(site, "First");
    const read = (language: string) =>
      site.browser().get("/blog/first", {
        headers: { "accept-language": language },
      });
    assert.match((await read("ru")).text, /1 мин чтения 1 просмотр/);
    await read("en");
    await site.core.articles.update(
      id,
      { title: "Second", body: "Else.", language: "en" },
      { publishedAt: site.core.store.now() },
    );
    for (const language of ["ru", "en"]) {
      assert.match((await read(language)).text, /Second/);
    }
    await site.core.articles.remove(id);
    assert.equal((await read("en")).status, 404);
  });
});

Deno.test("feed, site map and robots.txt name what is published", async () => {
  await withSite(async (site) => {
    await publish(site, "Bread & butter");
    const reader = site.browser();
    const feed = await reader.get("/blog/feed.xml");
    assert.match(feed.headers.get("content-type") ?? "", /atom\+xml/);
    assert.match(feed.html, /<title>Bread &amp; butter<\/title>/);
    const { html: map } = await reader.get("/sitemap.xml");
    assert.match(
      map,
      /<loc>https:\/\/sendoff\.test\/blog\/bread-butter<\/loc>/,
    );
    const { html: robots } = await reader.get("/robots.txt");
    assert.match(robots, /Sitemap: https:\/\/sendoff\.test\/sitemap\.xml/);
  });
});
