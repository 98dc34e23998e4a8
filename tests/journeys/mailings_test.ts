import assert from "node:assert/strict";
import { formOf, launch, runOn, withCompany } from "./company.ts";

Deno.test("a company writes, adds people, launches, and sees what became of every message", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    const path = await launch(company);
    const begun = await browser.get(path);
    assert.match(begun.text, /Sending begins\..*Autumn news/);
    await deliver();
    const detail = await browser.get(path);
    assert.match(detail.text, /Completed/);
    const run = await browser.get(runOn(detail));
    assert.match(run.text, /Finished 3 of 3 handled/);
    assert.match(run.text, /Анна Орлова person0@example\.com Delivered/);
    const folder = core.mailbox.of(user.id);
    const { items } = await folder.list({ search: "Анна", limit: 5 });
    assert.deepEqual(items.map(({ subject }) => subject), [
      "News for Анна Орлова",
    ]);
    const mail = await folder.read(items[0]!.id);
    assert.match(mail.text, /Dear Анна Орлова, here is news\./);
  }));

Deno.test("a scheduled mailing waits for its time and goes out at it", () =>
  withCompany(async (company) => {
    const { browser, deliver, pass } = company;
    const path = await launch(company, {
      start: "at",
      startsAt: "2026-11-24T09:00",
      timeZone: "Europe/Berlin",
    });
    const told = await browser.get(path);
    assert.match(told.text, /Scheduled for Tue 24 November, 09:00\./);
    pass(23 * 60 - 1);
    await deliver();
    assert.match((await browser.get(path)).text, /Scheduled/);
    pass(1);
    await deliver();
    const detail = await browser.get(path);
    assert.match(detail.text, /Completed.*Finished 3 0 0/);
  }));

Deno.test("a weekly mailing shows its next five times in its own zone", () =>
  withCompany(async (company) => {
    const checked = await company.browser.post("/mailings/new", {
      ...formOf(company),
      start: "at",
      startsAt: "2027-03-18T09:00",
      timeZone: "Europe/Berlin",
      repeat: "weekly",
      intent: "check",
    });
    assert.match(
      checked.text,
      /Every Thursday Thu 18 March 2027, 09:00 Thu 25 March 2027, 09:00 Thu 1 April 2027, 09:00 Thu 8 April 2027, 09:00 Thu 15 April 2027, 09:00 Time in Europe\/Berlin/,
    );
  }));

Deno.test("an owner without mailings is led to the first one", () =>
  withCompany(async ({ browser }) => {
    const list = await browser.get("/mailings");
    assert.match(list.html, /href="\/mailings\/new"/);
    assert.doesNotMatch(list.html, /<table/);
  }));

Deno.test("the list is searched by name, filtered by status and paged", () =>
  withCompany(async (company) => {
    const { browser, core, pass, user } = company;
    const audience = { kind: "everyone" };
    for (let n = 0; n < 51; n++) {
      pass(1);
      await core.mailings.of(user.id)
        .create({ name: `Draft ${n}`, audience }, { launch: false });
    }
    await launch(company, {
      name: "Годовой отчёт",
      start: "at",
      startsAt: "2026-12-01T10:00",
    });
    const first = await browser.get("/mailings");
    assert.match(
      first.text,
      /Годовой отчёт Scheduled in 8 days Everyone News for/,
    );
    const next = first.html.match(/href="(\/mailings\?at=[^"]+)"/)?.[1];
    assert.match((await browser.get(next!)).text, /Draft 0/);
    const drafts = await browser.get("/mailings?status=draft");
    assert.doesNotMatch(drafts.text, /Годовой/);
    const found = await browser.get(
      `/mailings?q=${encodeURIComponent("отчёт")}&status=scheduled`,
    );
    assert.match(found.text, /Годовой отчёт/);
    assert.doesNotMatch(found.text, /Draft \d/);
    const none = await browser.get("/mailings?q=nothing");
    assert.match(none.text, /No mailing here has “nothing” in its name\./);
  }));

Deno.test("a page without a live part sends no script", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const detail = await browser.get(path);
    for (const page of ["/mailings", path, runOn(detail), `${path}/delete`]) {
      const { html } = await browser.get(page);
      assert.doesNotMatch(html, /<script|modulepreload/, page);
    }
  }));
