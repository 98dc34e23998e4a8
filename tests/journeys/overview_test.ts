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
    assert.match(text, /November 24, 2026 at 9:00 PM GMT\+9/);
    assert.match(text, /Just finished .*Spring news Finished .* 1 0/);
  }));

Deno.test("a paused mailing does not go out next, and a stranger's never shows", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await site.core.clients.of(anna.user.id).create(IVAN);
    await planMailing(site, anna, "Weekly digest");
    const boris = await site.owner({ email: "boris@example.com" });
    const { text: his } = await boris.browser.get("/overview");
    assert.doesNotMatch(his, /Weekly digest/);
    const mailings = site.core.mailings.of(anna.user.id);
    const [mailing] = (await mailings.list()).items;
    await mailings.pause(mailing?.id ?? "");
    const { text: hers } = await anna.browser.get("/overview");
    assert.match(hers, /Nothing is going out and nothing is planned/);
  }));
