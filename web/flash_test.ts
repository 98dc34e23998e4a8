import assert from "node:assert/strict";
import { type TestSite, withSite } from "../tests/journeys/site.ts";
import type { Browser } from "../tests/journeys/browser.ts";

const NAME = "__Host-flash";

/** The cookie that tells of a client who was added. */
async function toldCookie({ browser }: { browser: Browser }): Promise<string> {
  const { headers } = await browser.post("/clients/new", {
    name: "Anna",
    email: "anna@example.com",
  });
  const cookie = headers.getSetCookie().find((one) => one.startsWith(NAME));
  assert.ok(cookie, "nothing was told");
  return cookie;
}

function planted(cookie: string): Headers {
  return new Headers({ "set-cookie": cookie });
}

async function shown(browser: Browser): Promise<string> {
  return (await browser.get("/clients")).text;
}

async function withTwo(
  test: (site: TestSite, ann: Browser, bob: Browser) => Promise<void>,
) {
  await withSite(async (site) => {
    const ann = await site.owner({ email: "ann@example.com" });
    const bob = await site.owner({ email: "bob@example.com" });
    await test(site, ann.browser, bob.browser);
  });
}

Deno.test("a message that this site did not sign is not shown", async () => {
  await withTwo(async (_, ann) => {
    const message = { kind: "notice", text: "Call 555 at once" };
    const bytes = new TextEncoder().encode(
      JSON.stringify(["", String(Date.now() + 1e9), JSON.stringify(message)]),
    );
    const forged = bytes.toBase64({ alphabet: "base64url" });
    for (const value of [forged, `${forged}.AAAAAAAAAAAAAAAAAAAAAA`, "x.y.z"]) {
      ann.keep(planted(`${NAME}=${value}; Path=/`));
      assert.doesNotMatch(await shown(ann), /555/);
    }
  });
});

Deno.test("what was told to one person is not shown to another", async () => {
  await withTwo(async (_, ann, bob) => {
    const cookie = await toldCookie({ browser: ann });
    const before = await shown(bob);
    bob.keep(planted(cookie));
    assert.doesNotMatch(before, /Anna/);
    assert.equal(await shown(bob), before);
  });
});

Deno.test("a message is shown to whom it was left, for a minute", async () => {
  await withTwo(async (site, ann) => {
    const cookie = await toldCookie({ browser: ann });
    const told = await ann.get("/clients");
    assert.match(told.html, /role="status"/);
    ann.keep(planted(cookie));
    site.pass(2);
    const later = await ann.get("/clients");
    assert.doesNotMatch(later.html, /role="status"/);
  });
});
