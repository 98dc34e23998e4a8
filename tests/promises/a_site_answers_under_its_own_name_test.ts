import assert from "node:assert/strict";
import { Browser } from "../journeys/browser.ts";
import { type TestSite, withSite } from "../journeys/site.ts";

const LOCAL = { isLocal: true, baseUrl: "http://localhost:8000" };
const HSTS = "strict-transport-security";

Deno.test("the mailbox of a local site answers to no name that DNS was made to point here", async () => {
  await withSite(async (site) => {
    for (const host of ["rebound.example:8000", "localhost.evil.example"]) {
      for (const path of ["/mailbox", "/"]) {
        const answer = await ask(site, `http://${host}${path}`);
        assert.equal(answer.status, 421, host);
        assert.match(answer.text, /address is http:\/\/localhost:8000/);
      }
    }
    for (const host of ["localhost:8000", "127.0.0.1:9", "[::1]:8000"]) {
      const answer = await ask(site, `http://${host}/mailbox`);
      assert.equal(answer.status, 200, host);
      assert.equal(answer.headers.get(HSTS), null);
    }
  }, LOCAL);
});

Deno.test("a site on https answers to its own host, and to this machine's checks", async () => {
  await withSite(async (site) => {
    for (const host of ["sendoff.test", "Sendoff.test:443", "127.0.0.1:8000"]) {
      const answer = await ask(site, "https://sendoff.test/sign-in", host);
      assert.equal(answer.status, 200, host);
    }
    for (const host of ["evil.example", "sendoff.test.evil.example", "a b"]) {
      const answer = await ask(site, "https://sendoff.test/sign-in", host);
      assert.equal(answer.status, 421, host);
      assert.match(answer.headers.get("cache-control") ?? "", /no-store/);
    }
    const kept = await ask(site, "https://evil.example/", "sendoff.test");
    assert.equal(kept.status, 421);
  });
});

Deno.test("every answer of a site on https keeps browsers to https", async () => {
  await withSite(async (site) => {
    for (const path of ["/", "/", "/no-such-page", "/clients"]) {
      const { headers } = await site.browser().get(path);
      assert.match(headers.get(HSTS) ?? "", /max-age=31536000/, path);
    }
  });
});

Deno.test("a site on plain http off this machine takes any name, and speaks of no https", async () => {
  await withSite(async (site) => {
    const answer = await ask(site, "http://mail.office:8000/sign-in");
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get(HSTS), null);
  }, { baseUrl: "http://192.0.2.7:8000" });
});

function ask({ answer }: TestSite, url: string, host?: string) {
  return new Browser(new URL(url).origin, answer)
    .get(url, { headers: host === undefined ? {} : { host } });
}
