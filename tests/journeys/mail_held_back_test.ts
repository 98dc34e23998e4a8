import assert from "node:assert/strict";
import { TestTransport } from "../../core/delivery/test_delivery.ts";
import { somebodyIn } from "./admin_people.ts";
import { launch, withCompany } from "./company.ts";

const SYSTEM = "/admin/system";

Deno.test("the page on the system says whose mail is held back, why and until when", () => {
  const transport = new TestTransport();
  return withCompany(async (company) => {
    const { core, user, deliver, visitor } = company;
    const admin = await somebodyIn({ core, browser: visitor }, [
      "administrator",
    ]);
    const calm = await admin.browser.get(SYSTEM);
    assert.match(calm.text, /Mail held back No mail is held back:/);
    assert.match(calm.text, /State Working/);

    transport.answer = () => ({
      kind: "unavailable",
      reply: "421 4.7.0 Your messages come too fast",
      retryAfter: 600_000,
    });
    await launch(company);
    await deliver();
    const { text } = await admin.browser.get(SYSTEM);
    assert.match(text, /State Some mail is held back/);
    assert.match(
      text,
      new RegExp(
        `${user.name} Left alone after trouble 421 4\\.7\\.0 Your messages come too fast in 10 minutes`,
      ),
    );

    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    company.pass(11);
    await deliver();
    const after = await admin.browser.get(SYSTEM);
    assert.match(after.text, /No mail is held back:/);
  }, { transport });
});

Deno.test("a day's messages that are used up are told of in words", () =>
  withCompany(async (company) => {
    const { core, user, deliver, visitor, pass } = company;
    const admin = await somebodyIn({ core, browser: visitor }, [
      "administrator",
    ]);
    await launch(company);
    await deliver();
    const { text } = await admin.browser.get(SYSTEM);
    assert.match(
      text,
      new RegExp(
        `${user.name} Daily limit used up A new day begins at midnight UTC\\.`,
      ),
    );
    pass(24 * 60);
    await deliver();
    const { text: after } = await admin.browser.get(SYSTEM);
    assert.match(after, /No mail is held back:/);
    assert.equal(
      (await core.mailbox.of(user.id).list({ limit: 9 })).items.length,
      3,
    );
  }, { policy: { limits: { service: {}, owner: { daily: 2 } } } }));
