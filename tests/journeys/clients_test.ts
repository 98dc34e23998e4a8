import assert from "node:assert/strict";
import type { Shown } from "./browser.ts";
import { type SignedIn, type TestSite, withSite } from "./site.ts";

const ANNA = {
  name: "Анна Ёлкина",
  email: "anna@example.com",
  comment: "Любит чай;\nзвонить после обеда",
};

/** Runs a test as somebody who is signed in. */
function asOwner(
  test: (owner: SignedIn, site: TestSite) => Promise<void>,
): Promise<void> {
  return withSite(async (site) => await test(await site.owner(), site));
}

async function addClients({ user }: SignedIn, site: TestSite, count: number) {
  const inputs = Array.from({ length: count }, (_, i) => ({
    name: `Client ${String(i).padStart(3, "0")}`,
    email: `client${i}@example.com`,
  }));
  await site.core.clients.of(user.id).createMany(inputs);
}

/** The names in the order of a page's table. */
function namesOn({ html }: Shown): string[] {
  return [...html.matchAll(/href="\/clients\/[\w-]+"[^>]*>([^<]*)<\/a>/g)]
    .map((match) => match[1] ?? "").filter((name) => /^Client \d/.test(name));
}

function linkOn({ html }: Shown, label: string): string {
  const link = [...html.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/gs)]
    .find(([, , inside]) => inside?.includes(label));
  return link?.[1]?.replaceAll("&amp;", "&") ?? "";
}

Deno.test("an owner without clients is led to adding one or several", () =>
  asOwner(async ({ browser }) => {
    const list = await browser.get("/clients");
    assert.match(list.text, /Nobody is here yet/);
    assert.equal(linkOn(list, "Add several"), "/clients/import");
    assert.equal(linkOn(list, "Add client"), "/clients/new");
  }));

Deno.test("a client is added, found, changed and deleted", () =>
  asOwner(async ({ browser }) => {
    const list = await browser.submit("/clients/new", ANNA);
    assert.match(list.text, /Анна Ёлкина added\./);
    assert.match(list.text, /1 client\b/);
    const here = linkOn(list, ANNA.name);
    const shown = await browser.get(here);
    assert.match(shown.text, /anna@example\.com .*Любит чай; звонить/);
    assert.match(shown.text, /Nothing yet/);

    const form = await browser.get(`${here}/edit`);
    assert.match(form.html, /value="anna@example.com"/);
    assert.match(form.html, /Любит чай;\nзвонить после обеда<\/textarea>/);
    const changed = { ...ANNA, name: "Анна Иванова" };
    const saved = await browser.submit(`${here}/edit`, changed);
    assert.match(saved.text, /Анна Иванова saved\./);

    const asked = await browser.get(`${here}/delete`);
    assert.match(asked.text, /Delete Анна Иванова\?/);
    assert.match(asked.text, /anna@example\.com and your comment/);
    const gone = await browser.submit(`${here}/delete`);
    assert.match(gone.text, /Анна Иванова deleted\./);
    assert.match(gone.text, /Nobody is here yet/);
    assert.equal((await browser.get(here)).status, 404);
  }));

Deno.test("whoever adds one client after another stays at the form", () =>
  asOwner(async ({ browser }) => {
    const next = await browser.post("/clients/new", {
      ...ANNA,
      another: "yes",
    });
    assert.equal(next.location, "/clients/new");
    const form = await browser.follow(next);
    assert.match(form.text, /Анна Ёлкина added\./);
    assert.doesNotMatch(form.html, /value="anna@example.com"/);
  }));

Deno.test("a client's form comes back filled in, each error beside its field", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const form = await browser.post("/clients/new", {
      name: " ",
      email: "anna@",
      comment: "чай & <b>кофе</b>",
    });
    assert.equal(form.status, 422);
    assert.match(form.text, /Nothing was saved yet\./);
    assert.match(form.html, /id="name-error".*?Enter the client/s);
    assert.match(form.html, /id="email-error".*?Enter an e-mail address/s);
    assert.match(form.html, /value="anna@"/);
    assert.match(form.html, /чай &amp; &lt;b>кофе&lt;\/b><\/textarea>/);
    assert.equal(await core.clients.of(user.id).count(), 0);
  }));

Deno.test("an address that is taken is refused when adding and when changing", () =>
  asOwner(async ({ browser }) => {
    await browser.post("/clients/new", ANNA);
    const boris = { name: "Boris", email: "boris@example.com" };
    const list = await browser.submit("/clients/new", boris);
    const again = await browser.post("/clients/new", ANNA);
    assert.equal(again.status, 422);
    assert.match(again.text, /anna@example\.com is already among your clients/);
    const here = linkOn(list, "Boris");
    const taken = { ...boris, email: "ANNA@example.com" };
    const refused = await browser.post(`${here}/edit`, taken);
    assert.equal(refused.status, 422);
    assert.match(refused.html, /value="ANNA@example.com"/);
    assert.match((await browser.get(here)).text, /boris@example\.com/);
  }));

Deno.test("a long list is paged forth and back, by name, and counted", () =>
  asOwner(async (owner, site) => {
    await addClients(owner, site, 120);
    const { browser } = owner;
    const first = await browser.get("/clients");
    assert.match(first.text, /120 clients/);
    assert.equal(linkOn(first, "Previous"), "");
    const second = await browser.get(linkOn(first, "Next"));
    const third = await browser.get(linkOn(second, "Next"));
    assert.deepEqual(
      [...namesOn(first), ...namesOn(second), ...namesOn(third)]
        .map((name) => Number(name.slice(7))),
      [...Array(120).keys()],
    );
    assert.equal(linkOn(third, "Next"), "");
    const back = await browser.get(linkOn(third, "Previous"));
    assert.deepEqual(namesOn(back), namesOn(second));
    const start = await browser.get(linkOn(back, "Previous"));
    assert.deepEqual(namesOn(start), namesOn(first));
  }));

Deno.test("a search is kept from page to page, says how many it found, and can be cleared", () =>
  asOwner(async (owner, site) => {
    await addClients(owner, site, 60);
    const { browser } = owner;
    await browser.post("/clients/new", ANNA);
    const found = await browser.get("/clients?q=client");
    assert.match(found.text, /60 clients with “client”/);
    assert.match(found.html, /name="q"[^>]* value="client"/);
    const next = await browser.get(linkOn(found, "Next"));
    assert.equal(namesOn(next).length, 10);
    assert.match(next.html, /name="q"[^>]* value="client"/);
    const anna = await browser.get("/clients?q=" + encodeURIComponent("ёлк"));
    assert.match(anna.text, /1 client with “ёлк”/);
    const none = await browser.get("/clients?q=nobody");
    assert.match(none.text, /No client has “nobody”/);
    assert.equal(linkOn(none, "Show all clients"), "/clients");
  }));

Deno.test("a page whose clients were deleted meanwhile leads to the first", () =>
  asOwner(async (owner, site) => {
    await addClients(owner, site, 51);
    const { browser, user } = owner;
    const next = linkOn(await browser.get("/clients"), "Next");
    const clients = site.core.clients.of(user.id);
    const { items: [last] } = await clients.list({ search: "client50" });
    await clients.remove(last!.id);
    assert.equal((await browser.get(next)).location, "/clients");
  }));

Deno.test("a client chosen for an unfinished mailing stays, and the mailing is linked", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const client = await core.clients.of(user.id).create(ANNA);
    await core.mailings.of(user.id).create({
      name: "Осень & зима",
      audience: { kind: "chosen", clientIds: [client.id] },
    }, { launch: false });
    const refused = await browser.post(`/clients/${client.id}/delete`);
    assert.equal(refused.status, 409);
    assert.match(
      refused.text,
      /Анна Ёлкина is among the clients chosen for the mailing "Осень & зима"\./,
    );
    const link = new URL(linkOn(refused, "Осень"), "http://x");
    assert.equal(link.pathname, "/mailings");
    assert.equal(link.searchParams.get("q"), "Осень & зима");
    assert.equal((await browser.get(`/clients/${client.id}`)).status, 200);
  }));

Deno.test("a client's page tells what was sent to them and leads to the run", () =>
  asOwner(async ({ browser, user }, site) => {
    const { core } = site;
    const client = await core.clients.of(user.id).create(ANNA);
    const text = await core.messages.of(user.id)
      .create({ subject: "News", body: "Hello" });
    const mailing = await core.mailings.of(user.id).create({
      name: "Autumn",
      textId: text.id,
      audience: { kind: "everyone" },
      schedule: {
        timeZone: "UTC",
        startsAt: "2026-11-23T09:05",
        repeat: "once",
      },
    }, { launch: true });
    site.pass(6);
    await site.deliver();
    const shown = await browser.get(`/clients/${client.id}`);
    assert.match(shown.text, /Autumn Delivered .*(now|ago)/);
    const { items: [run] } = await core.runs.of(user.id).list(mailing.id);
    assert.equal(
      linkOn(shown, "Autumn"),
      `/mailings/${mailing.id}/runs/${run!.id}`,
    );
  }));

Deno.test("who unsubscribed is shown so, with the moment, and the owner cannot take it back", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const clients = core.clients.of(user.id);
    const { id } = await clients.create(ANNA);
    await clients.setUnsubscribed(id, new Date("2026-11-20T10:00:00Z"));
    assert.match((await browser.get("/clients")).text, /Unsubscribed/);
    const shown = await browser.get(`/clients/${id}`);
    assert.match(shown.html, /datetime="2026-11-20T10:00:00.000Z"/i);
    await browser.post(`/clients/${id}/edit`, { ...ANNA, unsubscribedAt: "" });
    assert.ok((await clients.get(id)).unsubscribedAt);
  }));

Deno.test("another owner's client is as absent as one that never was, and stays as it is", () =>
  asOwner(async ({ browser, user }, site) => {
    const stranger = await site.owner({ email: "other@example.com" });
    const theirs = await site.core.clients.of(stranger.user.id).create(ANNA);
    const edit = { name: "Mine", email: "mine@example.com" };
    const asks: ((id: string) => Promise<Shown>)[] = [
      (id) => browser.get(`/clients/${id}`),
      (id) => browser.get(`/clients/${id}/edit`),
      (id) => browser.get(`/clients/${id}/delete`),
      (id) => browser.post(`/clients/${id}`),
      (id) => browser.post(`/clients/${id}/edit`, edit),
      (id) => browser.post(`/clients/${id}/edit`),
      (id) => browser.post(`/clients/${id}/delete`),
    ];
    for (const ask of asks) {
      const foreign = await ask(theirs.id);
      const absent = await ask("01234567-89ab-7cde-8f01-23456789abcd");
      assert.equal(foreign.status, 404);
      assert.equal(foreign.text, absent.text);
    }
    const { clients } = site.core;
    assert.deepEqual(await clients.of(stranger.user.id).get(theirs.id), theirs);
    assert.equal(await clients.of(user.id).count(), 0);
    assert.doesNotMatch((await browser.get("/clients?q=anna")).text, /Анна/);
  }));

Deno.test("markup in a client's name is text on every page", () =>
  asOwner(async ({ browser }) => {
    const name = `<script>alert("x")</script>'"><img src=x onerror=y>`;
    const list = await browser.submit("/clients/new", { ...ANNA, name });
    const here = linkOn(list, "&lt;script");
    const pages = [list, await browser.get(here)];
    for (const page of ["edit", "delete"]) {
      pages.push(await browser.get(`${here}/${page}`));
    }
    for (const { html } of pages) {
      assert.match(html, /&lt;script/);
      assert.doesNotMatch(html, /<script>alert|<img src=x/);
    }
  }));

Deno.test("a name of two hundred characters fits everywhere, one more is refused", () =>
  asOwner(async ({ browser }) => {
    const name = "Ы".repeat(200);
    const list = await browser.submit("/clients/new", { ...ANNA, name });
    assert.match(list.text, new RegExp(`${name} added`));
    const here = linkOn(list, name);
    for (const page of ["", "/edit", "/delete"]) {
      assert.equal((await browser.get(here + page)).status, 200);
    }
    const longer = { name: name + "Ы", email: "b@example.com" };
    const refused = await browser.post("/clients/new", longer);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Shorten the client's full name to 200/);
    assert.ok(refused.html.includes(longer.name));
  }));

Deno.test("nobody sees or changes clients without signing in", () =>
  withSite(async (site) => {
    const { user } = await site.owner();
    const client = await site.core.clients.of(user.id).create(ANNA);
    const visitor = site.browser();
    for (const path of ["", "/new", "/import", `/${client.id}`]) {
      const shown = await visitor.get(`/clients${path}`);
      assert.match(shown.location ?? "", /^\/sign-in/);
    }
    await visitor.post(`/clients/${client.id}/delete`);
    await visitor.post("/clients/new", { ...ANNA, email: "b@example.com" });
    await visitor.post("/clients/import", { list: "C <c@example.com>" });
    assert.equal(await site.core.clients.of(user.id).count(), 1);
  }));
