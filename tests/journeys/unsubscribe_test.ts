import assert from "node:assert/strict";
import { sendMailing } from "./send_mailing.ts";
import { type TestSite, withSite } from "./site.ts";

const IVAN = { email: "ivan@example.com", name: "Иван Петров" };
const OLGA = { email: "olga@example.com", name: "Ольга Сидорова" };

/** Has company N's mailing go out, and reads the link in Ivan's letter. */
async function lettersOut(site: TestSite) {
  const sender = await site.owner({ name: "Company N" });
  await sendMailing(site, sender, { to: [IVAN, OLGA] });
  const folder = site.core.mailbox.of(sender.user.id);
  const received = async () => {
    const page = await folder.list({ search: IVAN.email, limit: 10 });
    return page.items;
  };
  const [mail] = await received();
  const { text } = await folder.read(mail?.id ?? "");
  const link = text.match(/https:\/\/sendoff\.test(\/unsubscribe\/\S+)/)?.[1];
  assert.ok(link, text);
  return { sender, link, received, folder };
}

Deno.test("one-click unsubscribe works without cookies and the client is skipped next time", () =>
  withSite(async (site) => {
    const { sender, link, received } = await lettersOut(site);
    const handle = await site.answer(
      new Request(new URL(link, site.site.baseUrl), {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      }),
    );
    assert.equal(handle.status, 200);
    assert.deepEqual(handle.headers.getSetCookie(), []);
    await handle.body?.cancel();
    await sendMailing(site, sender, { subject: "Second" });
    assert.equal((await received()).length, 1);
  }));

Deno.test("the link that mail programs post to is the one in the letter", () =>
  withSite(async (site) => {
    const { link, received, folder } = await lettersOut(site);
    const [mail] = await received();
    const { headers } = await folder.read(mail?.id ?? "");
    const valueOf = (name: string) =>
      headers.find((header) => header.name.toLowerCase() === name)?.value;
    assert.equal(valueOf("list-unsubscribe"), `<https://sendoff.test${link}>`);
    assert.equal(
      valueOf("list-unsubscribe-post"),
      "List-Unsubscribe=One-Click",
    );
  }));

Deno.test("opening the link changes nothing and names both sides", () =>
  withSite(async (site) => {
    const { sender, link, received } = await lettersOut(site);
    const question = await site.browser().get(link);
    assert.match(question.text, /Stop mailings from Company N/);
    assert.match(question.text, /ivan@example\.com/);
    await sendMailing(site, sender, { subject: "Second" });
    assert.equal((await received()).length, 2);
  }));

Deno.test("a client stops the mailings by a button, and takes it back", () =>
  withSite(async (site) => {
    const { sender, link, received } = await lettersOut(site);
    const browser = site.browser();
    const ended = await browser.submit(link);
    assert.match(ended.text, /Company N sends you no more mailings/);
    assert.match((await browser.get(link)).text, /Subscribe again/);
    const again = await browser.submit(`${link}/again`);
    assert.match(again.text, /Stop mailings from Company N/);
    await sendMailing(site, sender, { subject: "Second" });
    assert.equal((await received()).length, 2);
  }));

Deno.test("a link that somebody made up leads to nobody", () =>
  withSite(async (site) => {
    const { link } = await lettersOut(site);
    for (const made of [`${link}x`, "/unsubscribe/abc", link.slice(0, -2)]) {
      assert.equal((await site.browser().get(made)).status, 404, made);
      assert.equal((await site.browser().post(made)).status, 404, made);
    }
  }));

for (
  const headers of [
    { origin: "null" },
    { origin: "https://mail.example" },
    { origin: "https://mail.example", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[]
) {
  Deno.test(`the link alone decides, with ${JSON.stringify(headers)} too`, () =>
    withSite(async (site) => {
      const { sender, link, received } = await lettersOut(site);
      const answer = await site.answer(
        new Request(new URL(link, site.site.baseUrl), {
          method: "POST",
          headers,
        }),
      );
      assert.equal(answer.status, 200);
      await answer.body?.cancel();
      await sendMailing(site, sender, { subject: "Second" });
      assert.equal((await received()).length, 1);
    }));
}
