import assert from "node:assert/strict";
import { sendMailing } from "./send_mailing.ts";
import { type SignedIn, type TestSite, withSite } from "./site.ts";

const IVAN = { email: "ivan@example.com", name: "Иван Петров" };

/** Has a mailing wait for its time on the next day. */
async function planMailing(
  { core }: TestSite,
  { user }: SignedIn,
  name: string,
): Promise<void> {
  const text = await core.messages.of(user.id)
    .create({ subject: name, body: "Hello.\n\n{{unsubscribe}}" });
  await core.mailings.of(user.id).create({
    name,
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: "2026-11-24T12:00",
      timeZone: "UTC",
      repeat: "weekly",
    },
  }, { launch: true });
}

Deno.test("the way to a first mailing ticks what is done", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    const none = await anna.browser.get("/overview");
    assert.match(none.text, /Three steps to your first mailing/);
    assert.doesNotMatch(none.text, /: done/);
    await site.core.clients.of(anna.user.id).create(IVAN);
    const one = await anna.browser.get("/overview");
    assert.match(one.text, /Add clients : done/);
    assert.doesNotMatch(one.text, /(Write a message|Create a mailing) : done/);
    await sendMailing(site, anna);
    const all = await anna.browser.get("/overview");
    assert.doesNotMatch(all.text, /Three steps/);
    assert.match(all.text, /1 Clients 1 Messages 1 Mailings/);
  }));

Deno.test("the overview tells what goes out next and what just did", () =>
  withSite(async (site) => {
    const anna = await site.owner({ timeZone: "Asia/Tokyo" });
    await sendMailing(site, anna, { to: [IVAN], subject: "Spring news" });
    await planMailing(site, anna, "Weekly digest");
    const { text } = await anna.browser.get("/overview");
    assert.match(text, /Going out next .*Weekly digest tomorrow/);
    assert.match(text, /24 November 2026 at 21:00 GMT\+9/);
    assert.match(text, /Just finished .*Spring news Finished .* 1 0/);
  }));

Deno.test("a run under way shows how far it has come, and is not among the finished", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await site.core.clients.of(anna.user.id).create(IVAN);
    await planMailing(site, anna, "Weekly digest");
    site.pass(48 * 60);
    // It begins, but nothing of it is done any more.
    await site.core.delivery.run({ signal: AbortSignal.abort() });
    const { text, html } = await anna.browser.get("/overview");
    assert.match(text, /Going out now Weekly digest Getting ready/);
    assert.match(html, /<progress/);
    assert.doesNotMatch(text, /Just finished/);
  }));

Deno.test("what is paused or switched off does not go out next, and a stranger's never shows", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await site.core.clients.of(anna.user.id).create(IVAN);
    await planMailing(site, anna, "Weekly digest");
    await planMailing(site, anna, "Monthly digest");
    const boris = await site.owner({ email: "boris@example.com" });
    const { text: his } = await boris.browser.get("/overview");
    assert.doesNotMatch(his, /digest/);
    const mailings = site.core.mailings.of(anna.user.id);
    const [one, other] = (await mailings.list()).items;
    assert.ok(one && other);
    await mailings.pause(one.id);
    const switchedOff = { at: site.core.store.now(), reason: "complaints" };
    await site.core.mailings.change(other, (old) => ({ ...old, switchedOff }));
    const { text: hers } = await anna.browser.get("/overview");
    assert.match(hers, /Nothing is going out and nothing is planned/);
  }));
