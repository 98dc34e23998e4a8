import assert from "node:assert/strict";
import { sendMailing } from "./send_mailing.ts";
import { withSite } from "./site.ts";

const IVAN = { email: "ivan@example.com", name: "Иван Петров" };
const LOCAL = { isLocal: true, baseUrl: "http://localhost:8000" };

/** The path of the first mail that a list leads to. */
function firstMail(html: string): string {
  const path = html.match(/href="(\/mailbox\/[^"?]+)"/)?.[1];
  assert.ok(path, "the list has no mail");
  return path;
}

Deno.test("a letter of one's mailing is read in every way", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await sendMailing(site, anna, {
      to: [IVAN],
      subject: "Новости для {{name}}",
      body: "Здравствуйте!\n\nhttps://company-n.example/news.",
    });
    const list = await anna.browser.get("/mailbox");
    assert.match(list.text, /Новости для Иван Петров/);
    const path = firstMail(list.html);
    assert.match(path, /%40/);
    const letter = await anna.browser.get(path);
    assert.match(letter.html, new RegExp(`<iframe[^>]* src="${path}/html"`));
    assert.match(letter.html, /<iframe[^>]* sandbox="(?!.*allow-scripts)/);
    const text = await anna.browser.get(`${path}?view=text`);
    assert.match(text.html, /<a href="https:\/\/company-n\.example\/news"/);
    const headers = await anna.browser.get(`${path}?view=headers`);
    assert.match(headers.text, /List-Unsubscribe-Post/);
    const source = await anna.browser.get(`${path}/source`);
    assert.match(source.text, /MIME-Version: 1\.0/);
  }));

Deno.test("the letter itself comes under a policy that lets it run and load nothing", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await sendMailing(site, anna, { to: [IVAN] });
    const path = firstMail((await anna.browser.get("/mailbox")).html);
    const { headers, html } = await anna.browser.get(`${path}/html`);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /^sandbox /);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /script/);
    assert.equal(headers.get("x-frame-options"), "SAMEORIGIN");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(html, /<base target="_blank">/);
  }));

Deno.test("a stranger's mail is not in one's mailbox", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await sendMailing(site, anna, { to: [IVAN] });
    const path = firstMail((await anna.browser.get("/mailbox")).html);
    const boris = await site.owner({ email: "boris@example.com" });
    const { text } = await boris.browser.get("/mailbox");
    assert.match(text, /No letter of your mailings/);
    for (const end of ["", "/source", "/html", "?view=text"]) {
      const answer = await boris.browser.get(path + end);
      assert.equal(answer.status, 404, end);
      assert.match(answer.text, /no such mail in your mailbox/);
    }
  }));

Deno.test("mail about one's own account is there, nobody else's", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    const boris = await site.owner({ email: "boris@example.com" });
    await site.browser().post("/forgot", { email: boris.user.email });
    await site.deliver();
    const mine = await anna.browser.get("/mailbox?folder=account");
    assert.match(mine.text, /No mail about an account/);
    const his = await boris.browser.get("/mailbox?folder=account");
    assert.match(his.text, /Choose a new password/);
    const path = firstMail(his.html);
    assert.equal((await anna.browser.get(path)).status, 404);
    assert.equal((await boris.browser.get(path)).status, 200);
  }));

Deno.test("a mail is found by its recipient, and a search without matches says so", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    const olga = { email: "olga@example.com", name: "Ольга Сидорова" };
    await sendMailing(site, anna, { to: [IVAN, olga] });
    const q = encodeURIComponent("ольга");
    const found = await anna.browser.get(`/mailbox?folder=mailings&q=${q}`);
    assert.match(found.text, /olga@example\.com/);
    assert.doesNotMatch(found.text, /ivan@example\.com/);
    const none = await anna.browser.get("/mailbox?q=nobody");
    assert.match(none.text, /No mail has “nobody”/);
  }));

Deno.test("many mails come in pages", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    const to = Array.from({ length: 60 }, (_, n) => ({
      email: `client${n}@example.com`,
      name: `Client ${n}`,
    }));
    await sendMailing(site, anna, { to });
    const first = await anna.browser.get("/mailbox");
    const link = first.html.match(/href="(\/mailbox\?[^"]*at=[^"]+)"/)?.[1];
    const second = await anna.browser.get(
      (link ?? "").replaceAll("&amp;", "&"),
    );
    const mails = (html: string) =>
      html.match(/href="\/mailbox\/[^"]+"/g) ?? [];
    assert.equal(mails(first.html).length, 50);
    assert.equal(mails(second.html).length, 10);
  }));

Deno.test("signed out on a site of this machine, the links about accounts can be read", () =>
  withSite(async (site) => {
    const browser = site.browser();
    const email = "new@company-n.example";
    const waiting = await browser.submit("/sign-up", {
      email,
      name: "Company N",
      password: "four words in a row",
    });
    assert.match(waiting.html, /href="\/mailbox"/);
    await site.deliver();
    const path = firstMail((await browser.get("/mailbox")).html);
    const { html } = await browser.get(`${path}?view=text`);
    const link = html.match(/href="http:\/\/localhost:8000(\/confirm\/[^"]+)"/);
    const overview = await browser.submit(link?.[1] ?? "");
    assert.match(overview.text, /Your address is confirmed/);
  }, LOCAL));

Deno.test("signed out on a site of this machine, nobody's mailings can be read", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await sendMailing(site, anna, { to: [IVAN] });
    const path = firstMail((await anna.browser.get("/mailbox")).html);
    const browser = site.browser();
    assert.equal((await browser.get(path)).status, 404);
    const list = await browser.get("/mailbox?folder=mailings");
    assert.doesNotMatch(list.text, /Иван/);
  }, LOCAL));

Deno.test("signed out on a public host the mailbox is closed", () =>
  withSite(async (site) => {
    const browser = site.browser();
    await browser.post("/forgot", { email: (await site.owner()).user.email });
    await site.deliver();
    for (const path of ["/mailbox", "/mailbox/x%40y", "/mailbox/x%40y/html"]) {
      const { location } = await browser.get(path);
      assert.equal(location, `/sign-in?next=${encodeURIComponent(path)}`);
    }
  }));

Deno.test("a site that sends its mail has no mailbox", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    assert.doesNotMatch((await browser.get("/overview")).html, /"\/mailbox"/);
    for (const path of ["/mailbox", "/mailbox/x%40y", "/mailbox/x%40y/html"]) {
      assert.equal((await browser.get(path)).status, 404, path);
    }
  }, { hasMailbox: false }));

Deno.test("a damaged address of a mail is not found", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    for (const id of ["%25E0%25A4%25A", "%E0%A4%A", "a%252Fb"]) {
      assert.equal((await browser.get(`/mailbox/${id}`)).status, 404, id);
    }
  }));
