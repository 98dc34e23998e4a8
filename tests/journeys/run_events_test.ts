import assert from "node:assert/strict";
import { readProgress } from "../../components/run_progress.ts";
import { launch, runOn, withCompany } from "./company.ts";

Deno.test("the events of a run tell its numbers as they change, and end with it", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    const path = await launch(company);
    const detail = await browser.get(path);
    const listening = browser.get(`${runOn(detail)}/events`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await deliver();
    const heard = await listening;
    assert.equal(heard.headers.get("content-type"), "text/event-stream");
    const told = newsIn(heard.html);
    assert.equal(told.at(0)?.state, "planning");
    const last = told.at(-1);
    const delivered = last?.numbers.find(({ show }) => show === "delivered");
    assert.deepEqual([last?.state, delivered?.value], ["finished", "3"]);
    assert.match(heard.html, /event: end\ndata: -\n\n$/);
    const [run] = (await core.runs.of(user.id).list(path.split("/")[2]!)).items;
    assert.equal((await core.delivery.totals(run!)).delivered, 3);
  }));

Deno.test("a listener that goes away leaves nothing behind", () =>
  withCompany(async (company) => {
    const { answer, browser, core, user } = company;
    const path = await launch(company);
    const run = runOn(await browser.get(path));
    const { token } = await core.sessions.start(user);
    const response = await answer(
      new Request(`${company.site.baseUrl}${run}/events`, {
        headers: { cookie: `__Host-session=${token}` },
      }),
    );
    const reader = response.body!.getReader();
    await reader.read();
    // A timer that was left would fail this test when it ends.
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }));

Deno.test("the events of a run end when its mailing is deleted", () =>
  withCompany(async (company) => {
    const { browser } = company;
    const path = await launch(company);
    const run = runOn(await browser.get(path));
    const listening = browser.get(`${run}/events`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await browser.submit(`${path}/cancel`);
    await browser.submit(`${path}/delete`);
    assert.match((await listening).html, /event: end/);
  }));

function newsIn(stream: string) {
  return [...stream.matchAll(/^data: (\{.*)$/gm)]
    .map(([, data]) => readProgress(JSON.parse(data ?? "")));
}
