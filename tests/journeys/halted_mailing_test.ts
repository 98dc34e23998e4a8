import assert from "node:assert/strict";
import { POLICY } from "../../core/delivery/policy.ts";
import { TestTransport } from "../../core/delivery/test_delivery.ts";
import { launch, withCompany } from "./company.ts";

/** Slow enough for a mailing to be stopped in time. */
const WATCHED = {
  inFlight: 2,
  halting: { ...POLICY.halting, every: 5 },
};

/** A mail service that does not know some people. */
function refusing(address: RegExp): TestTransport {
  const transport = new TestTransport();
  transport.answer = async (recipient) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return address.test(recipient.address)
      ? { kind: "refused", reply: "550 5.1.1 No such user" }
      : { kind: "delivered", reply: "250 Ok" };
  };
  return transport;
}

Deno.test("a mailing of which most fails stops, tells its owner, and goes on once resumed", () => {
  const transport = refusing(/^gone/);
  return withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    await core.clients.of(user.id).createMany(
      Array.from({ length: 60 }, (_, n) => ({
        email: `${n < 40 ? "gone" : "here"}${n}@example.com`,
        name: `Client ${n}`,
      })),
    );
    const path = await launch(company);
    await deliver();
    const stopped = await browser.get(path);
    assert.match(
      stopped.text,
      /Paused.*Resume.*Stopped: too many messages failed.*\d\d of [56]\d messages could not be delivered\. The commonest reason: No such mailbox\..*until you resume/,
    );
    assert.ok(stopped.html.includes(`href="${path}/report"`));
    assert.ok(transport.tried.length < 63);

    await deliver();
    const mail = transport.delivered.find(({ address }) =>
      address === user.email
    );
    assert.match(mail?.text ?? "", /was stopped/);
    assert.ok(mail?.text.includes(`https://sendoff.test${path}`));

    const resumed = await browser.submit(`${path}/resume`);
    assert.doesNotMatch(resumed.text, /Stopped/);
    await deliver();
    const ended = await browser.get(path);
    assert.match(ended.text, /Completed/);
    assert.doesNotMatch(ended.text, /Stopped/);
    assert.equal(
      transport.delivered.filter(({ address }) => address !== user.email)
        .length,
      23,
    );
  }, { transport, policy: WATCHED });
});

Deno.test("who reads Russian is told in Russian", () => {
  const transport = refusing(/^gone/);
  return withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    await core.users.updateProfile(user, {
      name: user.name,
      timeZone: user.timeZone,
      language: "ru",
    });
    await core.clients.of(user.id).createMany(
      Array.from({ length: 80 }, (_, n) => ({
        email: `gone${n}@example.com`,
        name: `Client ${n}`,
      })),
    );
    const path = await launch(company);
    await deliver();
    assert.match(
      (await browser.get(path)).text,
      /Остановлена: слишком много сообщений не дошло.*Самая частая причина: Нет такого ящика\./,
    );
    await deliver();
    const mail = transport.delivered.find(({ address }) =>
      address === user.email
    );
    assert.match(mail?.text ?? "", /остановлена/);
  }, { transport, policy: WATCHED });
});
