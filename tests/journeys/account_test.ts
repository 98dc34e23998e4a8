import assert from "node:assert/strict";
import { PASSWORD, type TestSite, withSite } from "./site.ts";

const COMPANY = {
  email: "post@company-n.example",
  name: "Company N",
  password: "four words in a row",
  timeZone: "Europe/Moscow",
};

async function registered(site: TestSite) {
  const browser = site.browser();
  await browser.submit("/sign-up", COMPANY);
  return browser;
}

Deno.test("company N registers, confirms by the mail in the mailbox, signs out and in again", () =>
  withSite(async (site) => {
    const browser = site.browser();
    const waiting = await browser.submit("/sign-up", COMPANY);
    assert.match(waiting.text, /Open the mail we sent to post@company-n\.ex/);
    const link = await site.mailedLink(COMPANY.email, "confirm");
    assert.match((await browser.get(link)).text, /Confirm my address/);
    const overview = await browser.submit(link);
    assert.match(overview.text, /confirmed\. Welcome, Company N\./);
    const home = await browser.submit("/sign-out");
    assert.match(home.text, /You are signed out\./);
    assert.deepEqual(browser.cookies, ["__Host-device"]);
    assert.equal(
      (await browser.get("/overview")).location,
      "/sign-in?next=%2Foverview",
    );
    const { email, password } = COMPANY;
    const back = await browser.submit("/sign-in", { email, password });
    assert.equal(back.status, 200);
    assert.match(back.html, /<h1[^>]*>Overview/);
  }));

Deno.test("opening the confirmation link changes nothing", () =>
  withSite(async (site) => {
    const browser = await registered(site);
    await browser.get(await site.mailedLink(COMPANY.email, "confirm"));
    const { email, password } = COMPANY;
    const refused = await browser.post("/sign-in", { email, password });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /not confirmed yet/);
  }));

Deno.test("somebody unconfirmed who knows the password is offered the mail again", () =>
  withSite(async (site) => {
    const browser = await registered(site);
    const { email, password } = COMPANY;
    const refused = await browser.post("/sign-in", { email, password });
    assert.match(refused.text, /Send the mail again/);
    const first = await site.mailedLink(email, "confirm");
    site.pass(1);
    const sent = await browser.submit("/confirmation", { email });
    assert.match(sent.text, /sent again/);
    const second = await site.mailedLink(email, "confirm");
    assert.notEqual(second, first);
    assert.equal((await browser.post(first)).status, 409);
    assert.equal((await browser.submit(second)).status, 200);
  }));

Deno.test("a used confirmation link says what to do", () =>
  withSite(async (site) => {
    const browser = await registered(site);
    const link = await site.mailedLink(COMPANY.email, "confirm");
    await browser.post(link);
    const again = await site.browser().post(link);
    assert.equal(again.status, 409);
    assert.match(again.text, /used already.*Sign in.*Ask for a new link/);
  }));

Deno.test("a registration answers the same whether the address has an account", () =>
  withSite(async (site) => {
    await site.owner({ email: COMPANY.email });
    const known = await site.browser().post("/sign-up", COMPANY);
    const other = { ...COMPANY, email: "else@company-n.example" };
    const unknown = await site.browser().post("/sign-up", other);
    assert.equal(known.status, unknown.status);
    assert.equal(known.location?.split("?")[0], "/confirmation");
    assert.equal(unknown.location?.split("?")[0], "/confirmation");
    const { subject } = await site.accountMail(COMPANY.email);
    assert.equal(subject, "You have an account already");
  }));

Deno.test("a form comes back filled in, without the password", () =>
  withSite(async (site) => {
    const again = await site.browser().post("/sign-up", {
      ...COMPANY,
      email: "no address",
    });
    assert.equal(again.status, 422);
    assert.match(again.html, /value="no address"/);
    assert.match(again.html, /value="Company N"/);
    assert.match(again.html, /<option[^>]* selected[^>]*>Europe\/Moscow/);
    assert.doesNotMatch(again.html, new RegExp(COMPANY.password));
  }));

Deno.test("a page that needs signing in sends one there and back", () =>
  withSite(async (site) => {
    await site.owner({ email: COMPANY.email });
    const browser = site.browser();
    const sent = await browser.get("/profile?from=a&b=%D0%B0");
    assert.equal(sent.status, 303);
    const form = await browser.follow(sent);
    const next = form.html.match(/name="next" value="([^"]*)"/)?.[1] ?? "";
    assert.equal(next, "/profile?from=a&amp;b=%D0%B0");
    const answer = await browser.post("/sign-in", {
      email: COMPANY.email,
      password: PASSWORD,
      next: next.replace("&amp;", "&"),
    });
    assert.equal(answer.location, "/profile?from=a&b=%D0%B0");
  }));

Deno.test("what is sent without being signed in changes nothing and says so", () =>
  withSite(async (site) => {
    const answer = await site.browser().submit("/profile", { name: "X" });
    assert.match(answer.text, /not signed in, so nothing was changed/);
  }));

Deno.test("an open redirect in next is ignored", () =>
  withSite(async (site) => {
    const { browser } = await site.owner({ email: COMPANY.email });
    for (const next of ["//evil.example", "/\\evil.example", "https://e.x"]) {
      const query = new URLSearchParams({ next });
      const { location } = await browser.get(`/sign-in?${query}`);
      assert.equal(location, "/overview");
      const answer = await site.browser().post("/sign-in", {
        email: COMPANY.email,
        password: PASSWORD,
        next,
      });
      assert.equal(answer.location, "/overview");
    }
  }));

Deno.test("a wrong password says no more than a wrong address", () =>
  withSite(async (site) => {
    await site.owner({ email: COMPANY.email });
    const password = "not the password";
    const [known, unknown] = await Promise.all(
      [COMPANY.email, "nobody@company-n.example"].map((email) =>
        site.browser().post("/sign-in", { email, password })
      ),
    );
    assert.equal(known?.status, 422);
    assert.match(known.text, /e-mail address or the password is wrong/);
    assert.equal(known.text, unknown?.text);
    assert.doesNotMatch(known.html, /not the password/);
  }));

Deno.test("a session that was signed out is over for whoever kept its cookie", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    const thief = browser.copy();
    assert.equal((await thief.get("/overview")).status, 200);
    await browser.post("/sign-out");
    assert.equal((await thief.get("/overview")).status, 303);
  }));

Deno.test("signing in again with the same browser ends the session before", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner();
    const before = browser.copy();
    const { email } = user;
    await browser.submit("/sign-in", { email, password: PASSWORD });
    assert.equal((await browser.get("/overview")).status, 200);
    assert.equal((await before.get("/overview")).status, 303);
  }));

Deno.test("another site's form cannot sign anybody out", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    const headers = { origin: "https://evil.example" };
    const answer = await browser.post("/sign-out", {}, { headers });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /not open to you/);
    assert.equal((await browser.get("/overview")).status, 200);
  }));

Deno.test("the reset link works once", () =>
  withSite(async (site) => {
    const { browser: elsewhere } = await site.owner({ email: COMPANY.email });
    const browser = site.browser();
    const { email } = COMPANY;
    const asked = await browser.submit("/forgot", { email });
    assert.match(asked.text, /If post@company-n\.example has an account/);
    const link = await site.mailedLink(email, "reset");
    const short = await browser.post(link, { password: "short" });
    assert.equal(short.status, 422);
    assert.match(short.text, /at least 10 characters/);
    const done = await browser.submit(link, { password: COMPANY.password });
    assert.match(done.text, /Your new password is set/);
    assert.equal((await elsewhere.get("/overview")).status, 303);
    const stale = await site.browser().get(link);
    assert.equal(stale.status, 410);
    assert.match(stale.text, /Ask for a new link/);
    const again = { password: "another password" };
    const refused = await site.browser().post(link, again);
    assert.equal(refused.status, 422);
  }));

Deno.test("asking for a new password answers the same for an unknown address", () =>
  withSite(async (site) => {
    const email = "nobody@company-n.example";
    const asked = await site.browser().submit("/forgot", { email });
    assert.equal(asked.status, 200);
    assert.match(asked.text, /If nobody@company-n\.example has an account/);
  }));

Deno.test("somebody changes name and time zone", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner();
    const saved = await browser.submit("/profile", {
      name: "Компания Н",
      timeZone: "Asia/Yekaterinburg",
    });
    assert.match(saved.text, /Your profile is saved\./);
    assert.match(saved.html, /value="Компания Н"/);
    const { timeZone } = await site.core.users.get(user.id);
    assert.equal(timeZone, "Asia/Yekaterinburg");
    const wrong = { name: "", timeZone: "Mars/Olympus" };
    assert.equal((await browser.post("/profile", wrong)).status, 422);
  }));

Deno.test("a changed password keeps this browser and signs out the others", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner();
    const other = site.browser();
    const { email } = user;
    await other.submit("/sign-in", { email, password: PASSWORD });
    const wrong = { current: "not it at all", next: COMPANY.password };
    const refused = await browser.post("/profile/password", wrong);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /This is not your password\./);
    const right = { current: PASSWORD, next: COMPANY.password };
    const done = await browser.submit("/profile/password", right);
    assert.match(done.text, /Your password is changed/);
    assert.match(done.html, /<h1[^>]*>Profile</);
    assert.equal((await other.get("/overview")).status, 303);
  }));

Deno.test("a deleted account is signed out, its address is free", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner({ email: COMPANY.email });
    await site.core.clients.of(user.id).create({
      email: "ivan@example.com",
      name: "Иван Петров",
    });
    const question = await browser.get("/profile/delete");
    assert.match(question.text, /1 client 0 messages 0 mailings/);
    const wrong = { password: "not the password" };
    assert.equal((await browser.post("/profile/delete", wrong)).status, 422);
    const password = PASSWORD;
    const gone = await browser.submit("/profile/delete", { password });
    assert.match(gone.text, /is deleted/);
    assert.deepEqual(browser.cookies, []);
    assert.equal((await browser.get("/overview")).status, 303);
    await site.deliver();
    site.pass(1);
    await browser.submit("/sign-up", COMPANY);
    const link = await site.mailedLink(COMPANY.email, "confirm");
    assert.match((await browser.submit(link)).text, /Welcome, Company N/);
  }));

Deno.test("pages with somebody's data are kept out of caches, and every page has its policy", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    for (const path of ["/overview", "/profile", "/profile/delete"]) {
      const { headers } = await browser.get(path);
      assert.equal(headers.get("cache-control"), "no-store", path);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /script-src 'self' 'nonce-/, path);
    }
  }));

Deno.test("an address that leads nowhere says so, signed in or out", () =>
  withSite(async (site) => {
    const { browser } = await site.owner();
    for (const somebody of [browser, site.browser()]) {
      const answer = await somebody.get("/no/such/page");
      assert.equal(answer.status, 404);
      assert.match(answer.html, /<h1[^>]*>There is nothing at this address</);
    }
  }));
