import assert from "node:assert/strict";
import { launch } from "./company.ts";
import { namesOn, withManager } from "./managed.ts";
import { PASSWORD } from "./site.ts";

const DAILY = { start: "at", startsAt: "2026-11-24T09:00", repeat: "daily" };
const DAY = 24 * 60;
const REASON = "Bought lists of addresses.";

Deno.test("blocking ends a session at the next request and keeps mailings from going out; unblocking undoes both", () =>
  withManager(async (site) => {
    const { browser, manager, user, core, deliver, pass } = site;
    const path = await launch(site, DAILY);
    const page = `/manage/users/${user.id}`;
    const asked = await manager.browser.get(`${page}/block`);
    assert.match(asked.text, /Block Company N\? .*signed out everywhere/);
    const blocked = await manager.browser
      .submit(`${page}/block`, { reason: REASON });
    assert.match(blocked.text, /Company N is blocked: .*Bought lists/);

    assert.match((await browser.get("/mailings")).location!, /^\/sign-in/);
    const form = { email: user.email, password: PASSWORD };
    const refused = await browser.submit("/sign-in", form);
    assert.match(refused.text, /This account is blocked\. .*Bought lists/);
    pass(2 * DAY);
    await deliver();
    const runs = core.runs.of(user.id);
    const id = path.split("/").at(-1)!;
    assert.deepEqual((await runs.list(id)).items, []);

    const free = await manager.browser.submit(`${page}/unblock`);
    assert.match(free.text, /Company N is unblocked and can sign in\./);
    await deliver();
    assert.equal((await runs.list(id)).items.length, 1);
    const back = await browser.submit("/sign-in", form);
    assert.equal(back.status, 200);
    assert.equal((await browser.get("/mailings")).status, 200);
  }));

Deno.test("blocking takes a reason, and nobody is blocked or unblocked twice", () =>
  withManager(async ({ manager: { browser }, user, core }) => {
    const page = `/manage/users/${user.id}`;
    const none = await browser.post(`${page}/block`, { reason: "" });
    assert.equal(none.status, 422);
    assert.match(none.text, /Enter the reason\./);
    assert.equal((await core.users.get(user.id)).blocked, undefined);
    const early = await browser.submit(`${page}/unblock`);
    assert.match(early.text, /Company N is not blocked\./);
    await browser.post(`${page}/block`, { reason: REASON });
    const again = await browser.post(`${page}/block`, { reason: "Again." });
    assert.match(again.text, /Company N is blocked already\./);
    assert.equal((await core.users.get(user.id)).blocked?.reason, REASON);
  }));

Deno.test("a manager cannot block themselves, another manager or an administrator, and is told why", () =>
  withManager(async (site) => {
    const { manager: { browser, user }, core, somebody } = site;
    const others = [
      [user, /You cannot block yourself\./],
      [(await somebody("Mina", ["manager"])).user, /Managers and admin/],
      [(await somebody("Ada", ["administrator"])).user, /Managers and admin/],
    ] as const;
    for (const [{ id, name }, why] of others) {
      const page = `/manage/users/${id}`;
      const shown = await browser.get(page);
      assert.match(shown.text, why, name);
      assert.ok(!shown.html.includes(`${page}/block`), name);
      const tried = await browser.post(`${page}/block`, { reason: REASON });
      assert.equal(tried.status, 422);
      assert.match(tried.text, why, name);
      assert.equal((await core.users.get(id)).blocked, undefined);
    }
  }));

Deno.test("users are found by name, address and state, in pages", () =>
  withManager(async (site) => {
    const { manager: { browser }, core, user } = site;
    for (let n = 0; n < 55; n++) {
      await core.users.register({
        email: `new${n}@harbour.test`,
        name: `Newcomer ${n}`,
        password: PASSWORD,
        timeZone: "UTC",
      });
    }
    const list = (query: string) => namesOn(browser, `/manage/users?${query}`);
    assert.equal((await list("")).length, 50);
    assert.deepEqual(await list("q=company"), ["Company N"]);
    assert.deepEqual(await list("q=new12@harbour"), ["Newcomer 12"]);
    assert.equal((await list("state=unconfirmed")).length, 50);
    assert.deepEqual((await list("state=active")).sort(), [
      "Company N",
      "Marta",
    ]);
    await browser.post(`/manage/users/${user.id}/block`, { reason: REASON });
    assert.deepEqual(await list("state=blocked"), ["Company N"]);
    const { text } = await browser.get("/manage/users?q=company");
    assert.match(text, /Company N Blocked anna@company-n\.example .* 3 0/);
  }));

Deno.test("no manager's page holds a password's hash, a token or a client's address", () =>
  withManager(async (site) => {
    const { manager: { browser }, user, core, clients, deliver } = site;
    const path = await launch(site, {
      kind: "search",
      query: clients[0]!.email,
    });
    await deliver();
    const chosen = { kind: "chosen", clientIds: clients.map(({ id }) => id) };
    const planned = await launch(site, { ...DAILY, ...chosen });
    const [ran, plan] = [path, planned].map((path) =>
      path.replace("/mailings/", `/manage/mailings/${user.id}/`)
    );
    const { passwordHash } = await core.users.get(user.id);
    const { token } = await core.sessions.start(user);
    const pages = [
      "/manage/mailings",
      `/manage/mailings?owner=${user.id}`,
      "/manage/mailings?q=autumn",
      ran!,
      plan!,
      `${plan}/off`,
      "/manage/users",
      "/manage/users?q=company",
      `/manage/users/${user.id}`,
      `/manage/users/${user.id}/block`,
    ];
    const secrets = [
      passwordHash,
      "scrypt",
      token,
      ...clients.map(({ email }) => email),
      ...clients.map(({ name }) => name),
      ...clients.map(({ id }) => id),
    ];
    for (const page of pages) {
      const { html, status } = await browser.get(page);
      assert.equal(status, 200, page);
      for (const secret of secrets) {
        assert.ok(!html.includes(secret), `${page} holds ${secret}`);
      }
    }
  }));

Deno.test("an owner reaches no page about users", () =>
  withManager(async ({ browser, manager, core }) => {
    const page = `/manage/users/${manager.user.id}`;
    for (const where of ["/manage/users", page, `${page}/block`]) {
      assert.equal((await browser.get(where)).status, 403);
    }
    await browser.post(`${page}/block`, { reason: REASON });
    const { blocked } = await core.users.get(manager.user.id);
    assert.equal(blocked, undefined);
  }));

Deno.test("the managers' pages about users speak Russian", () =>
  withManager(async ({ manager: { browser, user: marta }, user }) => {
    const page = `/manage/users/${user.id}`;
    const list = await browser.get("/manage/users");
    assert.match(list.text, /Пользователи .*Заблокирован .*Company N Активен/);
    const asked = await browser.get(`${page}/block`);
    assert.match(asked.text, /Заблокировать аккаунт «Company N»\?/);
    const done = await browser.submit(`${page}/block`, { reason: "Спам." });
    assert.match(done.text, /Аккаунт «Company N» заблокирован: .*Спам\./);
    const self = await browser.get(`/manage/users/${marta.id}`);
    assert.match(self.text, /Себя заблокировать нельзя\./);
  }, { language: "ru" }));
