import assert from "node:assert/strict";
import { formOf, launch } from "./company.ts";
import { managed, namesOn, withManager } from "./managed.ts";

const DAILY = { start: "at", startsAt: "2026-11-24T09:00", repeat: "daily" };
const DAY = 24 * 60;
const REASON = "These people never asked for mail.";

Deno.test("a manager switches a mailing off, its owner reads why and cannot let it go on, the manager can", () =>
  withManager(async (site) => {
    const { browser, manager, deliver, pass } = site;
    const path = await launch(site, DAILY);
    const page = managed(site, path);
    const asked = await manager.browser.get(`${page}/off`);
    assert.match(asked.text, /Switch “Autumn news” off\?/);
    const off = await manager.browser.submit(`${page}/off`, { reason: REASON });
    assert.match(off.text, /“Autumn news” is switched off\. .*Switched off/);
    pass(2 * DAY);

    for (const where of [path, "/mailings", "/overview"]) {
      const { text } = await browser.get(where);
      assert.match(text, /A manager switched .* 2 days ago/, where);
      assert.match(text, new RegExp(`Reason: ${REASON}`), where);
      assert.match(text, /only a manager can switch (it|them) on/, where);
    }
    const id = path.split("/").at(-1)!;
    const changed = formOf(site, { ...DAILY, startsAt: "2026-12-24T09:00" });
    const saved = await browser.submit(`/mailings/${id}/edit`, changed);
    assert.match(saved.text, /Saved\. The mailing stays switched off\./);
    await browser.submit(`${path}/pause`);
    const refused = await browser.submit(`${path}/resume`);
    assert.match(refused.text, /Cannot resume .* a manager switched it off/);
    await deliver();

    await manager.browser.submit(`${page}/on`);
    const resumed = await browser.submit(`${path}/resume`);
    assert.doesNotMatch(resumed.text, /A manager switched/);
    assert.match(resumed.text, /Scheduled for Thu 24 December, 09:00/);
  }, { now: new Date("2026-11-23T10:00:00Z") }));

Deno.test("what fell due while a mailing was off is not sent once it is on", () =>
  withManager(async (site) => {
    const { manager, deliver, pass, core, user } = site;
    const path = await launch(site, DAILY);
    const page = managed(site, path);
    await manager.browser.post(`${page}/off`, { reason: REASON });
    pass(3 * DAY + 60);
    await deliver();
    const on = await manager.browser.submit(`${page}/on`);
    assert.match(on.text, /switched on\. It goes out at its next time\./);
    await deliver();
    const id = path.split("/").at(-1)!;
    assert.deepEqual((await core.runs.of(user.id).list(id)).items, []);
    pass(DAY);
    await deliver();
    assert.equal((await core.runs.of(user.id).list(id)).items.length, 1);
  }));

Deno.test("switching off takes a reason, and keeps what was typed", () =>
  withManager(async (site) => {
    const { manager } = site;
    const page = managed(site, await launch(site, DAILY));
    const none = await manager.browser.post(`${page}/off`, { reason: " " });
    assert.equal(none.status, 422);
    assert.match(none.text, /Enter the reason\./);
    const long = "Too long. ".repeat(40).trim();
    const again = await manager.browser.post(`${page}/off`, { reason: long });
    assert.match(again.text, /Shorten the reason to 300 characters\./);
    assert.ok(again.html.includes(long));
    const shown = await manager.browser.get(page);
    assert.doesNotMatch(shown.text, /Switched off/);
  }));

Deno.test("a manager sees a mailing whole: message, audience, times, owner and runs", () =>
  withManager(async (site) => {
    const { manager, deliver } = site;
    const path = await launch(site, { kind: "search", query: "miller" });
    await deliver();
    const { text } = await manager.browser.get(managed(site, path));
    for (
      const part of [
        /Autumn news Completed/,
        /News for \{\{name\}\}/,
        /Dear \{\{name\}\}, here is news\./,
        /Clients with “miller”/,
        /Repeats Once/,
        /Company N anna@company-n\.example/,
        /Finished 1 0 0/,
      ]
    ) assert.match(text, part);
  }));

Deno.test("what a manager sends to an owner's pages changes nothing", () =>
  withManager(async (site) => {
    const { manager, core, user, text, clients } = site;
    const path = await launch(site, DAILY);
    const id = path.split("/").at(-1)!;
    const before = await core.mailings.of(user.id).get(id);
    const both = await site.somebody("Mina", ["owner", "manager"]);
    const tries = [
      ...["launch", "pause", "resume", "cancel", "copies", "delete", "edit"]
        .map((act) => `${path}/${act}`),
      `/messages/${text.id}/edit`,
      `/messages/${text.id}/delete`,
      `/clients/${clients[0]!.id}/edit`,
      `/clients/${clients[0]!.id}/delete`,
    ];
    const form = { name: "Mine", email: "mine@example.com", subject: "Mine" };
    for (const path of tries) {
      const { status } = await manager.browser.post(path, form);
      assert.equal(status, 403, path);
      assert.equal((await both.browser.post(path, form)).status, 404, path);
    }
    assert.deepEqual(await core.mailings.of(user.id).get(id), before);
    assert.deepEqual(await core.messages.of(user.id).get(text.id), text);
    assert.equal(await core.clients.of(user.id).count(), 3);
    assert.equal(await core.mailings.of(both.user.id).count(), 0);
  }));

Deno.test("an owner can neither see nor switch mailings as a manager does", () =>
  withManager(async (site) => {
    const { browser, core, user, visitor } = site;
    const path = await launch(site, DAILY);
    const page = managed(site, path);
    for (const where of ["/manage/mailings", page, `${page}/off`]) {
      assert.equal((await browser.get(where)).status, 403);
      assert.match((await visitor().get(where)).location!, /^\/sign-in/);
    }
    for (const act of ["off", "on"]) {
      const form = { reason: REASON };
      assert.equal((await browser.post(`${page}/${act}`, form)).status, 403);
    }
    const id = path.split("/").at(-1)!;
    const { switchedOff } = await core.mailings.of(user.id).get(id);
    assert.equal(switchedOff, undefined);
  }));

Deno.test("a mailing that is not there, or not that owner's, is not found", () =>
  withManager(async (site) => {
    const { manager, user } = site;
    const path = await launch(site, DAILY);
    const id = path.split("/").at(-1)!;
    for (const [owner, mailing] of [[manager.user.id, id], [user.id, "x"]]) {
      const page = `/manage/mailings/${owner}/${mailing}`;
      assert.equal((await manager.browser.get(page)).status, 404);
      assert.equal((await manager.browser.get(`${page}/off`)).status, 404);
      for (const act of ["on", "off"]) {
        const shown = await manager.browser
          .post(`${page}/${act}`, { reason: REASON });
        assert.equal(shown.status, 404);
      }
    }
  }));

Deno.test("120 mailings of three owners are listed in pages, newest first, and found by name, status and owner", () =>
  withManager(async (site) => {
    const { manager: { browser }, core, somebody, user, pass } = site;
    const owners = [
      user,
      (await somebody("Harbour", ["owner"])).user,
      (await somebody("Northwind", ["owner"])).user,
    ];
    const made: string[] = [];
    for (let n = 0; n < 120; n++) {
      pass(1);
      const name = `${n % 40 === 0 ? "Jubilee" : "Letter"} ${n}`;
      const { id } = await core.mailings.of(owners[n % 3]!.id).create({
        name,
        audience: { kind: "everyone" },
      }, { launch: false });
      if (n === 7) {
        const address = { ownerId: owners[1]!.id, id };
        await core.mailings.switchOff(address, { reason: REASON });
      }
      made.unshift(name);
    }
    const pages: string[][] = [];
    let path: string | undefined = "/manage/mailings";
    while (path && pages.length < 9) {
      pages.push(await namesOn(browser, path));
      path = nextOn((await browser.get(path)).html);
    }
    assert.deepEqual(pages.map(({ length }) => length), [50, 50, 20]);
    assert.deepEqual(pages.flat(), made);

    const list = (query: string) =>
      namesOn(browser, `/manage/mailings?${query}`);
    const jubilees = ["Jubilee 80", "Jubilee 40", "Jubilee 0"];
    assert.deepEqual(await list("q=jubil"), jubilees);
    assert.deepEqual(await list("status=switched+off"), ["Letter 7"]);
    assert.deepEqual(await list("status=switched+off&q=jubilee"), []);
    const ofHarbour = await list(`owner=${owners[1]!.id}`);
    assert.equal(ofHarbour.length, 40);
    assert.deepEqual(await list(`q=jubilee&owner=${owners[1]!.id}`), [
      "Jubilee 40",
    ]);
    const { location } = await browser.get("/manage/mailings?q=harb");
    assert.equal(location, `/manage/mailings?owner=${owners[1]!.id}`);
    const { text } = await browser.get(location);
    assert.match(text, /Only the mailings of Harbour\. Show everybody's/);
    const own = core.mailings.of(user.id);
    await own.create({ name: "Harbour", audience: { kind: "everyone" } }, {
      launch: false,
    });
    const both = await browser.get("/manage/mailings?q=harb");
    assert.match(both.text, /Owners found: Harbour .*Harbour Draft/);
  }));

function nextOn(html: string): string | undefined {
  const links = html.split("<a ").slice(1).map((part) => part.split("</a>")[0]);
  const link = links.find((link) => link?.endsWith("Next"));
  return link?.match(/href="([^"]+)"/)?.[1]?.replaceAll("&amp;", "&");
}

Deno.test("the managers' pages about mailings speak Russian", () =>
  withManager(async (site) => {
    const { manager, deliver } = site;
    const page = managed(site, await launch(site));
    await deliver();
    const list = await manager.browser.get("/manage/mailings");
    assert.match(list.text, /Все рассылки 1 рассылка .*Завершена/);
    const shown = await manager.browser.get(page);
    assert.match(shown.text, /Повтор Один раз .*Часовой пояс/);
    const planned = managed(site, await launch(site, DAILY));
    const asked = await manager.browser.get(`${planned}/off`);
    assert.match(asked.text, /Отключить рассылку «Autumn news»\?/);
    const empty = await manager.browser.post(`${planned}/off`, { reason: "" });
    assert.match(empty.text, /Укажите причину\./);
    const off = await manager.browser.submit(`${planned}/off`, {
      reason: "Жалобы.",
    });
    assert.match(off.text, /отключена\. Владелец прочтёт причину\./);
    const refused = await manager.browser
      .submit(`${planned}/off`, { reason: "Жалобы." });
    assert.match(refused.text, /Рассылка «Autumn news» уже отключена\./);
  }, { language: "ru" }));
