import assert from "node:assert/strict";
import { withSite } from "./site.ts";

Deno.test("a mailing goes out to every client and its page tells what happened", async () => {
  await withSite(async ({ core, owner, deliver }) => {
    const { user, browser } = await owner();
    await core.clients.of(user.id).create({
      email: "bob@example.com",
      name: "Bob Brown",
    });
    const text = await core.messages.of(user.id).create({
      subject: "Hello {{name}}",
      body: "Dear {{name}}, welcome.",
    });
    const sent = await browser.post("/mailings/new", {
      name: "Welcome",
      textId: text.id,
      kind: "everyone",
      start: "now",
      timeZone: "UTC",
      repeat: "once",
      intent: "launch",
    });
    assert.equal(sent.status, 303, sent.text);
    await deliver();
    const detail = await browser.get(sent.location!);
    assert.match(detail.text, /Completed/);
    const run = detail.html.match(/href="([^"]*\/runs\/[^"]*)"/)![1]!;
    assert.match((await browser.get(run)).text, /1 of 1 handled/);
  });
});
