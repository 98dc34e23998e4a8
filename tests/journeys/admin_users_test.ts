import assert from "node:assert/strict";
import { somebodyIn } from "./admin_people.ts";
import { withSite } from "./site.ts";

const RUSSIAN = { headers: { "accept-language": "ru" } };

Deno.test("an administrator finds a user by words and by group", () =>
  withSite(async (site) => {
    const { browser } = await somebodyIn(site, ["administrator"]);
    await somebodyIn(site, ["owner"], {
      name: "Анна Орлова",
      email: "anna@n.example",
    });
    await somebodyIn(site, ["manager"], {
      name: "Bob Brown",
      email: "bob@n.example",
    });
    const found = await browser.get("/admin/users?q=анна");
    assert.match(found.text, /Анна Орлова/);
    assert.doesNotMatch(found.text, /Bob Brown/);
    const managers = await browser.get("/admin/users?group=manager");
    assert.match(managers.text, /Bob Brown/);
    assert.doesNotMatch(managers.text, /Анна/);
    const none = await browser.get("/admin/users?q=nobody", RUSSIAN);
    assert.match(none.text, /Ни у одного пользователя нет «nobody»/);
  }));

Deno.test("a user is deleted with all they own, once the address is typed", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"]);
    const { user, browser } = await site.owner();
    await site.core.clients.of(user.id).create({
      email: "c@c.example",
      name: "C",
    });
    const path = `/admin/users/${user.id}/delete`;
    const question = await admin.browser.get(path);
    assert.match(
      question.text,
      /1 client 0 messages 0 mailings, with every run/,
    );
    const wrong = await admin.browser.post(path, { email: "else@c.example" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Nothing was deleted/);
    assert.equal((await browser.get("/overview")).status, 200);

    const gone = await admin.browser.submit(path, { email: user.email });
    assert.match(gone.text, /anna@company-n\.example is deleted/);
    assert.match((await browser.get("/overview")).location ?? "", /sign-in/);
    assert.equal(
      (await admin.browser.get(`/admin/users/${user.id}`)).status,
      404,
    );
    const [waiting] = await site.core.users.awaitingPurge(1);
    assert.equal(waiting?.id, user.id);
    const journal = await admin.browser.get("/admin/system/journal", RUSSIAN);
    assert.match(journal.text, /Удаление пользователя Company N/);
  }));

Deno.test("who is no administrator cannot act on one, whatever the permissions", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"], { name: "Root" });
    await somebodyIn(site, ["administrator"], { name: "Second" });
    await site.core.groups.create(
      { name: "clerks", permissions: ["groups.manage", "users.delete"] },
      admin.user,
    );
    const clerk = await somebodyIn(site, ["clerks"]);
    const taken = await clerk.browser.post(`/admin/users/${admin.user.id}`, {});
    assert.equal(taken.status, 403);
    const raised = await clerk.browser.post(`/admin/users/${clerk.user.id}`, {
      groups: ["administrator"],
    });
    assert.equal(raised.status, 403);
    const deleted = await clerk.browser.post(
      `/admin/users/${admin.user.id}/delete`,
      { email: admin.user.email },
    );
    assert.equal(deleted.status, 403);
    assert.deepEqual((await site.core.users.get(admin.user.id)).groups, [
      "administrator",
    ]);
  }));

Deno.test("whoever manages groups gives nobody what they may not do themselves", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"], { name: "Root" });
    const { groups, users } = site.core;
    const clerks = ["groups.manage", "users.view"];
    await groups.create({ name: "clerks", permissions: clerks }, admin.user);
    await groups.create(
      { name: "wipers", permissions: ["users.delete"] },
      admin.user,
    );
    const clerk = await somebodyIn(site, ["clerks"]);
    const joined = { groups: ["clerks", "wipers"] };
    await clerk.browser.post(`/admin/users/${clerk.user.id}`, joined);
    assert.deepEqual((await users.get(clerk.user.id)).groups, ["clerks"]);
    await clerk.browser.post("/admin/groups/clerks", {
      permissions: [...clerks, "users.delete"],
    });
    assert.deepEqual((await groups.get("clerks")).permissions, clerks);
    await admin.browser.post(`/admin/users/${clerk.user.id}`, joined);
    assert.deepEqual((await users.get(clerk.user.id)).groups, joined.groups);
  }));

Deno.test("whoever has no mailings of their own begins where they have something to do", () =>
  withSite(async (site) => {
    const { browser } = await somebodyIn(site, ["administrator"]);
    const start = await browser.follow(await browser.get("/overview"));
    assert.equal(start.status, 200);
    assert.match(start.text, /Groups/);
    assert.doesNotMatch(start.html, /href="\/clients"/);
    const nobody = await somebodyIn(site, []);
    assert.equal((await nobody.browser.get("/overview")).location, "/profile");
  }));

Deno.test("the page on the system shows runs under way and what was warned of", () =>
  withSite(async (site) => {
    const { browser } = await somebodyIn(site, ["administrator"]);
    const quiet = await browser.get("/admin/system");
    assert.match(quiet.text, /No run is under way/);
    assert.match(quiet.text, /State Working/);
    site.core.log.warn("The mail service said 421 busy");
    const page = await browser.get("/admin/system", RUSSIAN);
    assert.match(page.text, /421 busy/);
    assert.match(page.text, /Последние предупреждения/);
  }));
