import assert from "node:assert/strict";
import { formOf, launch, withCompany } from "./company.ts";

const TOMORROW = { start: "at", startsAt: "2026-11-24T09:00" };
const DAY = 24 * 60;

Deno.test("a draft is saved unfinished, finished later and launched", () =>
  withCompany(async (company) => {
    const { browser, deliver, text } = company;
    const form = formOf(company, { textId: "", intent: "draft" });
    const saved = await browser.submit("/mailings/new", form);
    assert.match(saved.text, /The draft is saved\. Nothing goes out yet\./);
    await deliver();
    const list = await browser.get("/mailings");
    const path = list.html.match(/href="(\/mailings\/[\w]+-[\w-]+)"/)![1]!;
    const early = await browser.submit(`${path}/launch`);
    assert.match(
      early.text,
      /Not ready yet\. Choose a message\..*Edit mailing/,
    );
    const form2 = formOf(company, { textId: text.id, intent: "draft" });
    const ready = await browser.submit(`${path}/edit`, form2);
    assert.match(ready.text, /Draft.*Send 3 messages now/);
    const sent = await browser.submit(`${path}/launch`);
    assert.match(sent.text, /Sending begins\./);
    await deliver();
    assert.match((await browser.get(path)).text, /Completed/);
  }));

Deno.test("a draft launched from its form goes out as typed there", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company, { ...TOMORROW, intent: "draft" });
    const shown = await browser.submit(
      `${path}/edit`,
      formOf(company, { kind: "search", query: "miller" }),
    );
    assert.match(shown.text, /Sending begins\..*Clients with “miller”/);
    await deliver();
    assert.match((await browser.get(path)).text, /Finished 1 0 0/);
  }));

Deno.test("a draft whose time has passed leads back to its form", () =>
  withCompany(async (company) => {
    const { browser, pass } = company;
    const path = await launch(company, { ...TOMORROW, intent: "draft" });
    pass(2 * DAY);
    const shown = await browser.submit(`${path}/launch`);
    assert.match(shown.text, /This time has passed\. Choose a later one\./);
    assert.match(shown.html, /value="2026-11-24T09:00"/);
  }));

Deno.test("the clients ticked before are still ticked when a mailing is edited", () =>
  withCompany(async (company) => {
    const { browser, clients } = company;
    const ids = clients.slice(0, 2).map(({ id }) => id);
    const path = await launch(company, {
      ...TOMORROW,
      kind: "chosen",
      clientIds: ids,
      intent: "draft",
    });
    const { html } = await browser.get(`${path}/edit`);
    const ticked = [
      ...html.matchAll(/name="clientIds" value="([^"]+)" checked/g),
    ]
      .map(([, id]) => id ?? "");
    assert.deepEqual(ticked.sort(), ids.sort());
  }));

Deno.test("a scheduled mailing is moved to another time", () =>
  withCompany(async (company) => {
    const { browser, deliver, pass } = company;
    const path = await launch(company, TOMORROW);
    const form = formOf(company, {
      ...TOMORROW,
      startsAt: "2026-11-26T09:00",
    });
    const moved = await browser.submit(`${path}/edit`, form);
    assert.match(moved.text, /Scheduled for Thu 26 November, 09:00\./);
    pass(DAY);
    await deliver();
    assert.match(
      (await browser.get(path)).text,
      / Scheduled .*Thu 26 November/,
    );
    pass(2 * DAY);
    await deliver();
    assert.match((await browser.get(path)).text, /Completed/);
  }));

Deno.test("a paused mailing is not sent at its time, and goes on once resumed", () =>
  withCompany(async (company) => {
    const { browser, deliver, pass } = company;
    const path = await launch(company, { ...TOMORROW, repeat: "daily" });
    const paused = await browser.submit(`${path}/pause`);
    assert.match(paused.text, /Nothing goes out until you resume it\..*Paused/);
    pass(DAY + 1);
    await deliver();
    assert.match((await browser.get(path)).text, /Paused/);
    const resumed = await browser.submit(`${path}/resume`);
    assert.match(resumed.text, /Scheduled for Wed 25 November, 09:00\./);
    pass(DAY);
    await deliver();
    assert.match((await browser.get(path)).text, /Finished 3 0 0/);
  }));

Deno.test("a cancelled mailing asks first, never goes out and can be sent as a copy", () =>
  withCompany(async (company) => {
    const { browser, deliver, pass } = company;
    const path = await launch(company, TOMORROW);
    const asked = await browser.get(`${path}/cancel`);
    assert.match(asked.text, /Cancel “Autumn news” for good\?/);
    const done = await browser.submit(`${path}/cancel`);
    assert.match(done.text, /Cancelled\. Nothing more goes out from it\./);
    pass(2 * DAY);
    await deliver();
    assert.doesNotMatch((await browser.get(path)).text, /Finished/);
    const copy = await browser.submit(`${path}/copies`);
    assert.match(copy.text, /This is the copy, a draft\./);
    assert.match(copy.html, /value="Copy of Autumn news"/);
  }));

Deno.test("a deleted mailing names what goes and is gone from every page", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const asked = await browser.get(`${path}/delete`);
    assert.match(asked.text, /1 run with its numbers/);
    const list = await browser.submit(`${path}/delete`);
    assert.match(list.text, /“Autumn news” is deleted\./);
    assert.equal((await browser.get(path)).status, 404);
    assert.equal((await browser.get(`${path}/edit`)).status, 404);
  }));

Deno.test("what a mailing's state does not allow is told on its page", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    for (const action of ["launch", "pause", "resume", "cancel"]) {
      const shown = await browser.submit(`${path}/${action}`);
      assert.equal(shown.status, 200);
      assert.match(shown.text, /is completed and cannot be .* Completed/);
    }
    const edit = await browser.follow(await browser.get(`${path}/edit`));
    assert.match(edit.text, /is completed and cannot be changed/);
    const scheduled = await launch(company, TOMORROW);
    const kept = await browser.submit(`${scheduled}/delete`);
    assert.match(kept.text, /Cancel it first, then delete it\./);
  }));

Deno.test("a mailing that a manager switched off says why and when occurrences were missed", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, pass, user } = company;
    const path = await launch(company, { ...TOMORROW, repeat: "daily" });
    const id = path.split("/").at(-1)!;
    pass(4 * DAY);
    await deliver();
    const missed = await browser.get(path);
    assert.match(missed.text, /3 sending times passed while nothing could be/);
    const switchedOff = { at: core.store.now(), reason: "Looks like spam." };
    await core.mailings.change(
      { ownerId: user.id, id },
      (mailing) => ({ ...mailing, switchedOff }),
    );
    const off = await browser.get(path);
    assert.match(off.text, /Switched off.*manager .* Looks like spam\./);
  }));
