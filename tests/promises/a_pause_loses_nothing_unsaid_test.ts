import assert from "node:assert/strict";
import {
  type Company,
  formOf,
  launch,
  withCompany,
} from "../journeys/company.ts";
import { withSlowService } from "./slow_service.ts";

const DAY = 24 * 60;

/** A mailing that goes out once, tomorrow, and was paused. */
async function pausedOnce(company: Company): Promise<string> {
  const path = await launch(company, {
    start: "at",
    startsAt: "2026-11-24T09:00",
  });
  const { text } = await company.browser.submit(`${path}/pause`);
  assert.match(text, /If that passes while it is paused, nothing goes out/);
  return path;
}

Deno.test("a mailing paused over its only time says so, and goes out when its owner says", () =>
  withCompany(async (company) => {
    const { browser, core, user, pass, deliver } = company;
    const path = await pausedOnce(company);
    pass(2 * DAY);
    await deliver();
    const shown = await browser.get(path);
    assert.match(shown.text, /Paused/);
    assert.match(shown.text, /passed while it was held, and nothing has gone/);
    const asked = await browser.submit(`${path}/resume`);
    assert.match(asked.text, /Send it now/);
    assert.equal((await core.runs.of(user.id).latest()).items.length, 0);
    await browser.submit(`${path}/resume`, { overdue: "send" });
    await deliver();
    const { items: [run] } = await core.runs.of(user.id).latest();
    assert.equal((await core.delivery.totals(run!)).delivered, 3);
    assert.match((await browser.get(path)).text, /Completed/);
  }));

Deno.test("a mailing paused over its only time can be given another one", () =>
  withCompany(async (company) => {
    const { browser, core, user, pass, deliver } = company;
    const path = await pausedOnce(company);
    pass(2 * DAY);
    const form = formOf(company, {
      start: "at",
      startsAt: "2026-11-30T09:00",
      mailing: path.split("/").at(-1)!,
    });
    await browser.submit(`${path}/edit`, form);
    const { text } = await browser.submit(`${path}/resume`);
    assert.match(text, /Scheduled/);
    await deliver();
    assert.equal((await core.runs.of(user.id).latest()).items.length, 0);
    pass(6 * DAY);
    await deliver();
    const { items: [run] } = await core.runs.of(user.id).latest();
    assert.equal((await core.delivery.totals(run!)).delivered, 3);
  }));

for (const choice of ["kept", "edited"] as const) {
  Deno.test(`after an edit during a pause the rest gets the text that its owner chose: ${choice}`, () =>
    withSlowService(async (service) => {
      const { core, owner, smtp, addClients, launch, received, work, ended } =
        service;
      await addClients(30);
      const { id, textId = "" } = await launch();
      const own = core.mailings.of(owner.id);
      work();
      await received(4);
      await own.pause(id);
      await core.messages.of(owner.id)
        .update(textId, { subject: "Corrected", body: "Dear {{name}}!" });
      await assert.rejects(own.resume(id), /Choose which text/);
      const { edited } = await own.resumption(id);
      assert.equal(edited?.subject, "Corrected");
      const before = await settled(service);
      smtp.delay = 0;
      await own.resume(id, { text: choice });
      await ended();
      const subjects = smtp.received.map(({ subject }) => subject);
      const corrected = subjects.filter((one) => one === "Corrected").length;
      assert.equal(subjects.length, 30);
      assert.equal(corrected, choice === "kept" ? 0 : 30 - before);
      const { items: [run] } = await core.runs.of(owner.id).latest();
      assert.equal(run?.text.subject, choice === "kept" ? "News" : "Corrected");
      assert.deepEqual(
        run?.earlierTexts?.map(({ subject }) => subject),
        choice === "kept" ? undefined : ["News"],
      );
    }, { delay: 250 }));
}

Deno.test("who edits a message is told which mailings go on with the text as it was", () =>
  withCompany(async (company) => {
    const { browser, core, text } = company;
    const path = await launch(company);
    await core.delivery.run({ signal: AbortSignal.abort() });
    await browser.submit(`${path}/pause`);
    const edit = await browser.get(`/messages/${text.id}/edit`);
    assert.match(edit.text, /Under way with this message: Autumn news/);
    await browser.submit(`/messages/${text.id}/edit`, {
      subject: "Corrected",
      body: "Dear {{name}}",
    });
    const shown = await browser.get(path);
    assert.match(shown.text, /edited after this run began/);
    const asked = await browser.submit(`${path}/resume`);
    assert.match(asked.text, /Which text do those get who are left/);
    await browser.submit(`${path}/resume`, { text: "edited" });
    await company.deliver();
    const run = await browser.get(`${path}`);
    const link = run.html.match(
      /href="(\/mailings\/[\w-]+\/runs\/[\w-]+)/,
    )![1]!;
    assert.match(
      (await browser.get(link)).text,
      /Corrected .* got an earlier text, “News for/,
    );
  }));

/** How many mails have arrived once nothing is on its way any more. */
async function settled(
  { smtp }: { smtp: { received: unknown[] } },
): Promise<number> {
  let before = -1;
  while (before !== smtp.received.length) {
    before = smtp.received.length;
    await new Promise((resolve) => setTimeout(resolve, 900));
  }
  return before;
}
