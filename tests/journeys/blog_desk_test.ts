import assert from "node:assert/strict";
import { png } from "../../core/articles/test_articles.ts";
import type { Browser } from "./browser.ts";
import { type TestSite, withSite } from "./site.ts";

const ORIGIN = "https://sendoff.test";

async function writer(site: TestSite): Promise<Browser> {
  const email = "writer@example.com";
  const { user, browser } = await site.owner({ email });
  await site.core.groups.load([
    { name: "content manager", permissions: ["articles.manage"] },
  ]);
  const by = { ...user, groups: ["administrator"] };
  await site.core.users.setGroups(user.id, ["content manager"], by);
  return browser;
}

Deno.test("an article is written, previewed, published, changed and deleted", async () => {
  await withSite(async (site) => {
    const desk = await writer(site);
    const article = {
      title: "Добрые вести",
      body: "## Раздел\n\n<script>alert(1)</script> *курсив*",
      language: "ru",
      publication: "draft",
    };
    const preview = await desk.post("/admin/articles/new", {
      ...article,
      intent: "preview",
    });
    assert.match(preview.html, /<h2>Раздел<\/h2>/);
    assert.doesNotMatch(preview.html, /<script>alert/);
    const { location = "" } = await desk.post("/admin/articles/new", article);
    assert.match(
      (await desk.get("/admin/articles?state=draft")).text,
      /Добрые вести/,
    );
    const visitor = site.browser();
    assert.equal((await visitor.get("/blog/dobrye-vesti")).status, 404);
    await desk.submit(location, { ...article, publication: "now" });
    assert.match((await visitor.get("/blog/dobrye-vesti")).text, /курсив/);
    await desk.submit(location, {
      ...article,
      publication: "at",
      at: "2026-11-24T10:00",
    });
    assert.equal((await visitor.get("/blog/dobrye-vesti")).status, 404);
    const asked = await desk.get(`${location}/delete`);
    assert.match(asked.text, /1 counted view/);
    await desk.submit(`${location}/delete`);
    assert.equal((await desk.get(location)).status, 404);
  });
});

Deno.test("what is wrong with an article is told beside its field, and nothing typed is lost", async () => {
  await withSite(async (site) => {
    const desk = await writer(site);
    const { status, text, html } = await desk.post("/admin/articles/new", {
      title: "",
      slug: "No Good",
      body: "Kept words",
      publication: "draft",
    });
    assert.equal(status, 422);
    assert.match(text, /Enter the title/);
    assert.match(text, /small latin letters/);
    assert.match(html, /Kept words/);
  });
});

Deno.test("a draft's picture is there for those alone who write articles", async () => {
  await withSite(async (site) => {
    const { core } = site;
    const { id, pictureId = "" } = await core.articles.create(
      { title: "A draft", body: "Look.", language: "en" },
      {
        author: { name: "Ada" },
        picture: { bytes: png(), alt: "A dot" },
      },
    );
    const address = `/pictures/${pictureId}`;
    const stranger = site.browser();
    const { browser: owner } = await site.owner();
    const editor = await writer(site);
    assert.equal((await stranger.get(address)).status, 404);
    assert.equal((await owner.get(address)).status, 404);
    const seen = await editor.get(address);
    assert.equal(seen.status, 200);
    assert.equal(seen.headers.get("cache-control"), "private, no-store");
    await core.articles.publish(id);
    assert.equal((await stranger.get(address)).status, 200);
  });
});

Deno.test("a picture is sent along, and served so that nobody has to ask twice", async () => {
  await withSite(async (site) => {
    const { user } = await site.owner();
    const { pictureId = "" } = await site.core.articles.create(
      { title: "With a picture", body: "Look.", language: "en" },
      {
        author: { id: user.id, name: user.name },
        picture: { bytes: png(), alt: "A dot" },
        publishedAt: site.core.store.now(),
      },
    );
    const request = new Request(`${ORIGIN}/pictures/${pictureId}`);
    const answer = await site.answer(request);
    assert.deepEqual(
      await answer.bytes(),
      await site.core.articles.pictures.read(pictureId),
    );
    assert.equal(answer.headers.get("content-type"), "image/webp");
    assert.match(answer.headers.get("cache-control") ?? "", /immutable/);
    assert.match(
      answer.headers.get("content-security-policy") ?? "",
      /sandbox/,
    );
    const known = { "if-none-match": answer.headers.get("etag") ?? "" };
    const again = await site.answer(new Request(request, { headers: known }));
    assert.deepEqual([again.status, await again.text()], [304, ""]);
    const { html } = await site.browser().get("/blog/with-a-picture");
    assert.match(html, /alt="A dot" width="4" height="3"/);
  });
});
