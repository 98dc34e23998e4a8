import assert from "node:assert/strict";
import { formOf, launch, runOn, withCompany } from "./company.ts";

const PAGES = ["", "/edit", "/cancel", "/delete"];
const ACTIONS = [
  "/edit",
  "/launch",
  "/pause",
  "/resume",
  "/cancel",
  "/copies",
  "/delete",
];

Deno.test("somebody else's mailing is not there, on any page and for any action", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, owner, user } = company;
    const path = await launch(company, { repeat: "daily" });
    await deliver();
    const run = runOn(await browser.get(path));
    const eve = (await owner({ email: "eve@elsewhere.example" })).browser;
    for (const page of PAGES.map((page) => path + page)) {
      assert.equal((await eve.get(page)).status, 404, page);
    }
    for (const page of [run, `${run}?show=waiting`, `${run}/events`]) {
      assert.equal((await eve.get(page)).status, 404, page);
    }
    const before = await core.mailings.of(user.id).get(path.split("/")[2]!);
    for (const action of ACTIONS) {
      const shown = await eve.post(path + action, formOf(company));
      assert.equal(shown.status, 404, action);
    }
    const after = await core.mailings.of(user.id).get(before.id);
    assert.deepEqual(after, before);
    assert.doesNotMatch((await eve.get("/mailings")).text, /Autumn news/);
  }));

Deno.test("a run is not there under another mailing", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path)).split("/").at(-1);
    const other = await launch(company, { name: "Other" });
    const wrong = `${other}/runs/${run}`;
    assert.equal((await browser.get(wrong)).status, 404);
    assert.equal((await browser.get(`${wrong}/events`)).status, 404);
  }));

Deno.test("whoever has not signed in gets to no mailing and learns nothing", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    const visitor = company.visitor();
    const pages = [
      "/mailings",
      "/mailings/new",
      run,
      `${run}/events`,
      ...PAGES.map((page) => path + page),
    ];
    for (const page of pages) {
      const { status, location } = await visitor.get(page);
      assert.equal(status, 303, page);
      assert.match(location ?? "", /^\/sign-in/, page);
    }
    for (
      const page of ["/mailings/summary", ...ACTIONS.map((one) => path + one)]
    ) {
      const { location } = await visitor.post(page, formOf(company));
      assert.match(location ?? "", /^\/sign-in/, page);
    }
    assert.equal(await core.mailings.of(user.id).count(), 1);
  }));

Deno.test("the summary never speaks of somebody else's clients or messages", () =>
  withCompany(async (company) => {
    const { owner, text, clients } = company;
    const clientIds = clients.map(({ id }) => id);
    const eve = (await owner({ email: "eve@elsewhere.example" })).browser;
    const path = await launch(company, { kind: "chosen", clientIds });
    const asked = [
      { kind: "everyone" },
      { kind: "chosen", clientIds },
      { kind: "chosen", keepsChosen: "on", mailing: path.split("/").at(-1)! },
    ];
    for (const fields of asked) {
      const form = { textId: text.id, start: "now", ...fields };
      const answer = await eve.post("/mailings/summary", form);
      const { people, message } = JSON.parse(answer.html);
      assert.deepEqual([people, message], ["No clients", ""]);
    }
  }));
