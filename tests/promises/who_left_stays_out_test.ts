import assert from "node:assert/strict";
import { sendMailing } from "../journeys/send_mailing.ts";
import { type TestSite, withSite } from "../journeys/site.ts";

const IVAN = { email: "ivan@example.com", name: "Иван Петров" };
const OLGA = { email: "olga@example.com", name: "Ольга Сидорова" };

/** An owner whose mailing Ivan and Olga got, with the link in Ivan's letter. */
async function afterMailing(site: TestSite) {
  const sender = await site.owner({ name: "Company N" });
  await sendMailing(site, sender, { to: [IVAN, OLGA] });
  const clients = site.core.clients.of(sender.user.id);
  const idOf = async () => {
    const { items } = await clients.list({ search: IVAN.email });
    return items[0]?.id ?? "";
  };
  const id = await idOf();
  const link = site.core.subscriptions.urlOf(sender.user.id, id);
  const lettersToIvan = async () => {
    const folder = site.core.mailbox.of(sender.user.id);
    const page = await folder.list({ search: IVAN.email, limit: 10 });
    return page.items.length;
  };
  return {
    sender,
    clients,
    id,
    idOf,
    path: new URL(link).pathname,
    lettersToIvan,
  };
}

for (const how of ["typed", "pasted"] as const) {
  Deno.test(`whoever left, was deleted and is ${how} again gets no mail`, () =>
    withSite(async (site) => {
      const { sender, clients, id, idOf, path, lettersToIvan } =
        await afterMailing(site);
      await site.browser().post(path);
      await clients.remove(id);
      if (how === "typed") await clients.create(IVAN);
      else await clients.createMany([IVAN]);
      const again = await clients.get(await idOf());
      assert.ok(again.unsubscribedAt);
      const { count } = await clients.countRecipients({ atMost: 10 });
      assert.equal(count, 1);
      await sendMailing(site, sender, { subject: "Second" });
      assert.equal(await lettersToIvan(), 1);
    }));

  Deno.test(`a link of the first mail works for whoever was deleted and is ${how} again`, () =>
    withSite(async (site) => {
      const { sender, clients, id, idOf, path, lettersToIvan } =
        await afterMailing(site);
      await clients.remove(id);
      if (how === "typed") await clients.create(IVAN);
      else await clients.createMany([IVAN]);
      const { status, text } = await site.browser().post(path);
      assert.equal(status, 200);
      assert.match(text, /Company N sends you no more mailings/);
      assert.ok((await clients.get(await idOf())).unsubscribedAt);
      await sendMailing(site, sender, { subject: "Second" });
      assert.equal(await lettersToIvan(), 1);
    }));
}

Deno.test("whoever leaves while their record is deleted stays out when it is made again", () =>
  withSite(async (site) => {
    const { clients, id, idOf, path } = await afterMailing(site);
    await clients.remove(id);
    const { text } = await site.browser().submit(path);
    assert.match(text, /Company N sends you no more mailings/);
    await clients.createMany([IVAN]);
    assert.ok((await clients.get(await idOf())).unsubscribedAt);
    await site.browser().submit(`${path}/again`);
    assert.equal((await clients.get(await idOf())).unsubscribedAt, undefined);
  }));

Deno.test("a client who moves to an address whose holder left gets no mail there", () =>
  withSite(async (site) => {
    const { clients, id, path } = await afterMailing(site);
    await site.browser().post(path);
    await clients.remove(id);
    const { items: [olga] } = await clients.list({ search: OLGA.email });
    const moved = await clients.update(olga?.id ?? "", { ...OLGA, ...IVAN });
    assert.ok(moved.unsubscribedAt);
    const { count } = await clients.countRecipients({ atMost: 10 });
    assert.equal(count, 0);
  }));

Deno.test("what one owner keeps of an address is nothing to another", () =>
  withSite(async (site) => {
    const { path } = await afterMailing(site);
    await site.browser().post(path);
    const boris = await site.owner({ email: "boris@example.com" });
    const client = await site.core.clients.of(boris.user.id).create(IVAN);
    assert.equal(client.unsubscribedAt, undefined);
  }));
