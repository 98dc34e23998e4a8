import assert from "node:assert/strict";
import { somebodyIn } from "./admin_people.ts";
import { withSite } from "./site.ts";

const RUSSIAN = { headers: { "accept-language": "ru" } };

Deno.test("an administrator makes a group, and what it permits holds at once", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"]);
    const writer = await somebodyIn(site, [], { name: "Writer" });
    const denied = await writer.browser.get("/admin/system");
    assert.equal(denied.status, 403);
    assert.match(denied.text, /takes the permission “View the system”/);

    const made = await admin.browser.submit("/admin/groups/new", {
      name: "Night watch",
      permissions: ["system.view"],
    });
    assert.match(made.text, /The group Night watch is there/);
    const saved = await admin.browser.submit(
      `/admin/users/${writer.user.id}`,
      { groups: ["Night watch"] },
    );
    assert.match(saved.text, /The groups of Writer are saved/);
    assert.equal((await writer.browser.get("/admin/system")).status, 200);

    await admin.browser.submit("/admin/groups/Night%20watch", {});
    assert.equal((await writer.browser.get("/admin/system")).status, 403);
  }));

Deno.test("a group goes once nobody is in it", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"]);
    const manager = await somebodyIn(site, ["manager"]);
    const kept = await admin.browser.post("/admin/groups/manager/delete");
    assert.equal(kept.status, 422);
    assert.match(kept.text, /The group manager has 1 user\. Take them out/);
    await admin.browser.post(`/admin/users/${manager.user.id}`, {});
    const question = await admin.browser.get("/admin/groups/manager/delete");
    assert.match(question.text, /goes, with what it permits: .*Block users/);
    const gone = await admin.browser.submit("/admin/groups/manager/delete");
    assert.match(gone.text, /The group manager is deleted/);
    assert.equal(
      (await admin.browser.get("/admin/groups/manager")).status,
      404,
    );
  }));

Deno.test("a name that is taken or has odd signs is refused beside its field", () =>
  withSite(async (site) => {
    const { browser } = await somebodyIn(site, ["administrator"]);
    const fields = { name: "Manager", permissions: ["users.view"] };
    const taken = await browser.post("/admin/groups/new", fields);
    assert.equal(taken.status, 422);
    assert.match(taken.html, /id="name-error"/);
    assert.match(
      taken.html,
      /checked[^>]*value="users.view"|value="users.view"[^>]*checked/,
    );
    const odd = await browser.post("/admin/groups/new", { name: "a/b" });
    assert.match(odd.text, /Use letters, digits, spaces and hyphens only/);
    const russian = await browser.post("/admin/groups/new", fields, RUSSIAN);
    assert.match(russian.text, /Группа с таким названием уже есть/);
  }));

Deno.test("the administrators keep their permissions and their last member", () =>
  withSite(async (site) => {
    const { browser, user } = await somebodyIn(site, ["administrator"]);
    const robbed = await browser.post("/admin/groups/administrator", {
      permissions: ["system.view"],
    });
    assert.equal(robbed.status, 422);
    assert.match(robbed.text, /keeps its permissions/);
    const left = await browser.post(`/admin/users/${user.id}`, {
      groups: ["owner"],
    });
    assert.match(left.text, /is the only administrator/);
    const ended = await browser.post(`/admin/users/${user.id}/delete`, {
      email: user.email,
    });
    assert.match(ended.text, /is the only administrator/);
    assert.match(
      (await browser.post("/profile/delete", { password: "a long secret" }))
        .text,
      /is the only administrator/,
    );
    assert.equal((await browser.get("/admin/groups")).status, 200);
  }));

Deno.test("the pages of groups speak Russian", () =>
  withSite(async (site) => {
    const { browser } = await somebodyIn(site, ["administrator"]);
    const list = await browser.get("/admin/groups", RUSSIAN);
    assert.match(list.text, /Что могут участники каждой группы/);
    assert.match(list.text, /Блокировка пользователей/);
    const form = await browser.get("/admin/groups/administrator", RUSSIAN);
    assert.match(form.text, /сайт некому будет чинить/);
    await browser.post("/admin/groups/new", { name: "Дежурные" }, RUSSIAN);
    const page = await browser.get(
      `/admin/groups/${encodeURIComponent("Дежурные")}`,
    );
    assert.equal(page.status, 200);
  }));

Deno.test("the groups of a new site have Russian names, those made later the names that were typed", () =>
  withSite(async (site) => {
    const admin = await somebodyIn(site, ["administrator"]);
    const { id, name, timeZone } = admin.user;
    const user = await site.core.users.get(id);
    await site.core.users.updateProfile(user, {
      name,
      timeZone,
      language: "ru",
    });
    await admin.browser.submit("/admin/groups/new", { name: "Night watch" });
    const list = await admin.browser.get("/admin/groups");
    assert.match(list.text, /контент-менеджер .*менеджер .*владелец/);
    assert.match(list.text, /Night watch/);
    await admin.browser.post(`/admin/users/${id}`, {
      groups: ["administrator", "owner"],
    });
    const rights = await admin.browser.get(`/admin/users/${id}`);
    assert.match(rights.text, /контент-менеджер Статьи блога менеджер/);
    const watched = await admin.browser.get(`/manage/users/${id}`);
    assert.match(watched.text, /Группы администратор, владелец/);
    const users = await admin.browser.get("/admin/users");
    assert.match(users.text, /администратор, владелец/);
    const journal = await admin.browser.get("/admin/system/journal");
    assert.match(journal.text, /администратор, владелец/);
    const kept = await admin.browser.post("/admin/groups/administrator/delete");
    assert.match(kept.text, /Группа администратор нужна самому сайту/);
  }));
