import assert from "node:assert/strict";
import type { Shown } from "./browser.ts";
import { type SignedIn, type TestSite, withSite } from "./site.ts";

const NEWS = {
  subject: "Новости для {{name}}",
  body: "Здравствуйте, {{name}}.\n\nПишет {{company}} на {{email}}.",
};

/** Runs a test as somebody who is signed in. */
function asOwner(
  test: (owner: SignedIn, site: TestSite) => Promise<void>,
): Promise<void> {
  return withSite(async (site) => await test(await site.owner(), site));
}

/** Writes a message through the pages; gives its path. */
async function write(
  { browser }: SignedIn,
  fields: Record<string, string> = NEWS,
): Promise<string> {
  const { location } = await browser.post("/messages/new", fields);
  assert.match(location ?? "", /^\/messages\/[\w-]+$/);
  return location ?? "";
}

Deno.test("an owner without messages is led to writing one", () =>
  asOwner(async ({ browser }) => {
    const { text, html } = await browser.get("/messages");
    assert.match(text, /Nothing is written yet/);
    assert.match(html, /href="\/messages\/new"/);
  }));

Deno.test("a message is written, found, changed and deleted", () =>
  asOwner(async (owner) => {
    const { browser } = owner;
    const here = await write(owner);
    const shown = await browser.get(here);
    assert.match(shown.text, /“Новости для {{name}}” saved\./);
    const list = await browser.get("/messages?q=" + encodeURIComponent("нов"));
    assert.match(
      list.text,
      /Новости для {{name}} Здравствуйте, {{name}}\. Пишет/,
    );

    const form = await browser.get(`${here}/edit`);
    assert.match(form.html, /value="Новости для {{name}}"/);
    assert.ok(form.html.includes(`>${NEWS.body}</textarea>`));
    const changed = { ...NEWS, subject: "Осень" };
    const saved = await browser.submit(`${here}/edit`, changed);
    assert.match(saved.text, /“Осень” saved\./);

    const asked = await browser.get(`${here}/delete`);
    assert.match(asked.text, /Delete “Осень”\?/);
    const gone = await browser.submit(`${here}/delete`);
    assert.match(gone.text, /“Осень” deleted\./);
    assert.match(gone.text, /Nothing is written yet/);
    assert.equal((await browser.get(here)).status, 404);
  }));

Deno.test("a message is shown as an invented client would read it while there is none", () =>
  asOwner(async (owner) => {
    const { text } = await owner.browser.get(await write(owner));
    assert.match(text, /Новости для Maria Sample/);
    assert.match(text, /Пишет Company N на maria@example\.com\./);
    assert.match(text, /Unsubscribe: https:\/\/sendoff\.test\/unsubscribe\/…/);
  }));

Deno.test("a message is shown as any of the owner's clients would read it", () =>
  asOwner(async (owner, { core }) => {
    const { browser, user } = owner;
    const here = await write(owner);
    const clients = core.clients.of(user.id);
    await clients.create({ name: "Анна <Ёлкина>", email: "anna@example.com" });
    const zoe = await clients.create({ name: "Zoe", email: "zoe@example.com" });
    const byName = await browser.get(here);
    assert.match(byName.text, /Здравствуйте, Zoe\./);
    const anna = (await clients.list({ search: "anna" })).items[0]!;
    const chosen = await browser.get(`${here}?as=${anna.id}`);
    assert.match(chosen.text, /Здравствуйте, Анна <Ёлкина>\./);
    assert.doesNotMatch(chosen.html, /<Ёлкина>/);
    const invented = await browser.get(`${here}?as=sample`);
    assert.match(invented.text, /Здравствуйте, Maria Sample\./);
    assert.ok(invented.html.includes(zoe.id));
  }));

Deno.test("a message leads to a mailing that is to send it", () =>
  asOwner(async (owner) => {
    const here = await write(owner);
    const { html } = await owner.browser.get(here);
    const id = here.slice("/messages/".length);
    assert.ok(html.includes(`href="/mailings/new?message=${id}"`));
  }));

Deno.test("an unknown placeholder is refused beside its field, and nothing typed is lost", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const form = await browser.post("/messages/new", {
      subject: "Для {{имя}}",
      body: "Text </textarea><b> {{phone}}",
    });
    assert.equal(form.status, 422);
    assert.match(
      form.html,
      /id="subject-error".*?There is no {{имя}}\. Use {{na/s,
    );
    assert.match(form.html, /id="body-error".*?There is no {{phone}}\./s);
    assert.match(form.html, /value="Для {{имя}}"/);
    assert.match(
      form.html,
      />Text &lt;\/textarea>&lt;b> {{phone}}<\/textarea>/,
    );
    assert.equal(await core.messages.of(user.id).count(), 0);
  }));

Deno.test("a change that is refused keeps the message and what was typed", () =>
  asOwner(async (owner) => {
    const here = await write(owner);
    const { browser } = owner;
    const typed = { subject: "", body: "Совсем другое" };
    const refused = await browser.post(`${here}/edit`, typed);
    assert.equal(refused.status, 422);
    assert.match(refused.html, /id="subject-error".*?Enter the subject/s);
    assert.match(refused.html, />Совсем другое<\/textarea>/);
    assert.match((await browser.get(here)).text, /Здравствуйте/);
  }));

Deno.test("a message of thirty thousand characters is kept, one more is refused and comes back", () =>
  asOwner(async (owner) => {
    const { browser } = owner;
    const body = "Щ".repeat(30_000);
    const here = await write(owner, { subject: "Long", body });
    assert.ok((await browser.get(`${here}/edit`)).html.includes(body));
    const more = { subject: "Longer", body: body + "!" };
    const refused = await browser.post("/messages/new", more);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Shorten the message to 30,000 characters/);
    assert.ok(refused.html.includes(more.body));
  }));

Deno.test("the form explains every placeholder", () =>
  asOwner(async ({ browser }) => {
    const { text } = await browser.get("/messages/new");
    for (const name of ["name", "company", "email", "unsubscribe"]) {
      assert.match(text, new RegExp(`{{${name}}} (the|your)`));
    }
  }));

Deno.test("a copy begins as a form filled in, and is a message of its own once saved", () =>
  asOwner(async (owner, { core }) => {
    const { browser, user } = owner;
    const here = await write(owner);
    const form = await browser.get(`/messages/new?from=${here.slice(10)}`);
    assert.ok(form.html.includes(`>${NEWS.body}</textarea>`));
    assert.equal(await core.messages.of(user.id).count(), 1);
    assert.notEqual(await write(owner), here);
    assert.equal(await core.messages.of(user.id).count(), 2);
  }));

Deno.test("messages are paged, the latest change first", () =>
  asOwner(async ({ browser, user }, site) => {
    for (let i = 0; i < 60; i++) {
      site.pass(1);
      await site.core.messages.of(user.id)
        .create({ subject: `Letter ${i}.`, body: "Text" });
    }
    const first = await browser.get("/messages?q=letter");
    assert.match(first.text, /60 messages/);
    assert.match(first.text, /Letter 59\. .* Letter 10\./);
    const next = first.html.match(/href="(\/messages\?[^"]*at=[^"]*)"/)?.[1];
    const last = await browser.get(next?.replaceAll("&amp;", "&") ?? "");
    assert.match(last.text, /Letter 9\. .* Letter 0\./);
    assert.match(last.html, /name="q"[^>]* value="letter"/);
    assert.match(last.text, /Previous/);
  }));

Deno.test("a search without a hit can be cleared", () =>
  asOwner(async (owner) => {
    await write(owner);
    const none = await owner.browser.get("/messages?q=zzz");
    assert.match(none.text, /No message has “zzz” in its subject/);
    assert.match(none.html, /href="\/messages"[^>]*>Show all messages/);
  }));

Deno.test("a message of an unfinished mailing stays, and the mailing is linked", () =>
  asOwner(async (owner, { core }) => {
    const { browser, user } = owner;
    const here = await write(owner);
    await core.mailings.of(user.id).create({
      name: "Autumn",
      textId: here.slice(10),
      audience: { kind: "everyone" },
    }, { launch: false });
    const refused = await browser.post(`${here}/delete`);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /is used by the mailing "Autumn"\./);
    assert.match(refused.html, /href="\/mailings\?q=Autumn"/);
    assert.equal((await browser.get(here)).status, 200);
  }));

Deno.test("another owner's message is as absent as one that never was, and stays as it is", () =>
  asOwner(async (owner, site) => {
    const { browser, user } = owner;
    const mine = await write(owner);
    const stranger = await site.owner({ email: "other@example.com" });
    const { core } = site;
    const theirs = await core.messages.of(stranger.user.id).create(NEWS);
    const client = await core.clients.of(stranger.user.id)
      .create({ name: "Secret", email: "secret@example.com" });
    const asks: ((id: string) => Promise<Shown>)[] = [
      (id) => browser.get(`/messages/${id}`),
      (id) => browser.get(`/messages/${id}/edit`),
      (id) => browser.get(`/messages/${id}/delete`),
      (id) => browser.get(`/messages/new?from=${id}`),
      (id) => browser.post(`/messages/${id}`),
      (id) => browser.post(`/messages/${id}/edit`, NEWS),
      (id) => browser.post(`/messages/${id}/edit`),
      (id) => browser.post(`/messages/${id}/delete`),
    ];
    for (const ask of asks) {
      const foreign = await ask(theirs.id);
      const absent = await ask("01234567-89ab-7cde-8f01-23456789abcd");
      assert.equal(foreign.status, 404);
      assert.equal(foreign.text, absent.text);
    }
    assert.equal((await browser.get(`${mine}?as=${client.id}`)).status, 404);
    const kept = await core.messages.of(stranger.user.id).get(theirs.id);
    assert.deepEqual(kept, theirs);
    assert.equal(await core.messages.of(user.id).count(), 1);
  }));

Deno.test("markup in a message is text on every page", () =>
  asOwner(async (owner) => {
    const attack = `<script>alert("x")</script><img src=x onerror=y>`;
    const here = await write(owner, { subject: attack, body: attack });
    for (const page of ["", "/edit", "/delete"]) {
      const { html } = await owner.browser.get(here + page);
      assert.match(html, /&lt;script/);
      assert.doesNotMatch(html, /<script>alert|<img src=x/);
    }
    const list = await owner.browser.get("/messages");
    assert.doesNotMatch(list.html, /<script>alert|<img src=x/);
  }));
