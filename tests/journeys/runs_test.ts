import assert from "node:assert/strict";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { launch, runOn, withCompany } from "./company.ts";

/** A mail service that refuses the first client, puts off the second and takes the rest. */
const moody: Transport = {
  name: "moody",
  send: (_letter, { address }) => {
    if (address === "person0@example.com") {
      return Promise.resolve({ kind: "refused", reply: "550 No such mailbox" });
    }
    if (address === "person1@example.com") {
      return Promise.resolve({
        kind: "deferred",
        reply: "451 Come back later",
      });
    }
    return Promise.resolve({ kind: "delivered", reply: "250 Queued" });
  },
  close: () => Promise.resolve(),
};

Deno.test("every number of a run leads to the people behind it", () =>
  withCompany(async (company) => {
    const { browser, clients, core, deliver, user } = company;
    await core.clients.of(user.id)
      .create({ name: "Dora Quiet", email: "dora@example.com" })
      .then(({ id }) =>
        core.clients.of(user.id).setUnsubscribed(id, core.store.now())
      );
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    const shown = await browser.get(run);
    assert.match(
      shown.text,
      /3 of 4 handled 4 Recipients 1 Delivered 1 Waiting 1 Refused 1 Skipped/,
    );
    assert.match(
      shown.text,
      /Bob Brown person1@example\.com Deferred 451 Come/,
    );
    const delivered = await browser.get(`${run}?show=delivered`);
    assert.match(delivered.text, /Clara Miller .*250 Queued/);
    assert.doesNotMatch(delivered.text, /Bob Brown/);
    const refused = await browser.get(`${run}?show=refused`);
    assert.match(refused.text, /Анна Орлова .* Refused 550 No such mailbox 1/);
    const waiting = await browser.get(`${run}?show=waiting`);
    assert.match(
      waiting.text,
      /Bob Brown .*451 Come back later 1 within a minute/,
    );
    assert.ok(waiting.html.includes(`href="/clients/${clients[1]!.id}"`));
    const skipped = await browser.get(`${run}?show=skipped`);
    assert.match(
      skipped.text,
      /They got no mail.* Dora Quiet dora@.* Had unsubscribed/,
    );
    assert.doesNotMatch(skipped.text, /Bob Brown/);
  }, { transport: moody }));

Deno.test("a person given up on after the last try has a number of their own", () =>
  withCompany(async (company) => {
    const { browser, deliver, pass } = company;
    const path = await launch(company);
    for (let n = 0; n < 16; n++) {
      await deliver();
      pass(10 * 60);
    }
    const run = runOn(await browser.get(path));
    const shown = await browser.get(`${run}?show=expired`);
    assert.match(shown.text, /Finished .*1 Given up/);
    assert.match(shown.text, /Bob Brown .* Given up 451 Come back later/);
  }, { transport: moody }));

Deno.test("a paused mailing's run reads as paused, and a cancelled one's as not sent", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    await browser.submit(`${path}/pause`);
    assert.match((await browser.get(run)).text, /Paused 2 of 3 handled/);
    const asked = await browser.get(`${path}/cancel`);
    assert.match(asked.text, /1 message still waiting to be sent/);
    await browser.submit(`${path}/cancel`);
    const shown = await browser.get(`${run}?show=waiting`);
    assert.match(shown.text, /Cancelled .* 1 Not sent/);
    await deliver();
    assert.match(
      (await browser.get(`${run}?show=waiting`)).text,
      /cancelled before their turn/,
    );
  }, { transport: moody }));

Deno.test("a run that goes on says how to see news without scripts", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    const shown = await browser.get(run);
    assert.match(shown.text, /The numbers are of 09:00\. Load the page again/);
    assert.ok(shown.html.includes(`href="${run}"`));
  }, { transport: moody }));

Deno.test("the attempts of a large run come page by page", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    await core.clients.of(user.id).createMany(
      Array.from({ length: 60 }, (_, n) => ({
        name: `Zoe ${n}`,
        email: `zoe${n}@example.com`,
      })),
    );
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    const first = await browser.get(run);
    const next = first.html.match(/href="([^"]*[?&;]at=[^"]+)"/)![1]!;
    const second = await browser.get(next.replaceAll("&amp;", "&"));
    const rows = [first, second].map(({ html }) =>
      html.match(/Kept in the mailbox\./g)?.length
    );
    assert.deepEqual(rows, [50, 13]);
  }));
