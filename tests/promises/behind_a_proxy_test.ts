import assert from "node:assert/strict";
import { TrustedProxies } from "../../core/trusted_proxies.ts";
import type { Browser } from "../journeys/browser.ts";
import { PASSWORD, type TestSite, withSite } from "../journeys/site.ts";

/** More wrong passwords than one network may try, for many addresses. */
async function tryManyPasswords(browser: Browser, from: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    const credentials = { email: `a${n}@example.com`, password: "wrong" };
    await browser.post("/sign-in", credentials, {
      headers: { "x-forwarded-for": from },
    });
  }
}

async function statusOfSignIn(
  site: TestSite,
  { browser, from }: { browser: Browser; from: string },
): Promise<number> {
  const email = "anna@example.com";
  await site.owner({ email });
  const { status } = await browser.post(
    "/sign-in",
    { email, password: PASSWORD },
    { headers: { "x-forwarded-for": from } },
  );
  return status;
}

Deno.test("behind a trusted proxy one visitor's tries slow nobody else", () =>
  withSite(async (site) => {
    const proxied = site.browser();
    await tryManyPasswords(proxied, "203.0.113.7");
    assert.equal(
      await statusOfSignIn(site, { browser: proxied, from: "198.51.100.9" }),
      303,
    );
  }, { trustedProxies: TrustedProxies.parse("1") }));

Deno.test("whoever writes the header themselves is no other visitor by it", () =>
  withSite(async (site) => {
    const stranger = site.browser();
    for (let n = 0; n < 60; n++) {
      const credentials = { email: `a${n}@example.com`, password: "wrong" };
      const headers = { "x-forwarded-for": `203.0.113.${n}` };
      await stranger.post("/sign-in", credentials, { headers });
    }
    assert.equal(
      await statusOfSignIn(site, { browser: stranger, from: "198.51.100.9" }),
      422,
    );
  }));
