import assert from "node:assert/strict";
import { withSite } from "../tests/journeys/site.ts";

Deno.test("no cache keeps a page of somebody's own, whatever came of it", async () => {
  await withSite(async (site) => {
    const { browser } = await site.owner();
    for (
      const [path, status] of [
        ["/clients", 200],
        ["/clients/nobody", 404],
        ["/no-such-page", 404],
        ["/blog/no-such-article", 404],
        ["/manage/users", 403],
        ["/sign-in", 303],
      ] as const
    ) {
      const answer = await browser.get(path);
      assert.equal(answer.status, status, path);
      assert.match(
        answer.headers.get("cache-control") ?? "",
        /no-store/,
        path,
      );
    }
    const refused = await browser.post("/clients/new", {}, {
      headers: { origin: "https://elsewhere.example" },
    });
    assert.equal(refused.status, 403);
    assert.match(refused.headers.get("cache-control") ?? "", /no-store/);
  });
});

Deno.test("a path that is no encoding gets the site's own page, with all headers", async () => {
  await withSite(async (site) => {
    for (const path of ["/blog/%zz", "/%E0%A4%A", "/clients/%"]) {
      const { status, text, headers } = await site.browser().get(path);
      assert.equal(status, path.startsWith("/clients") ? 303 : 404, path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      if (status === 404) assert.match(text, /Sendoff/, path);
    }
  });
});

Deno.test("pages of a site on plain http are not asked for by https", async () => {
  for (const baseUrl of ["http://192.0.2.7:8000", "https://sendoff.test"]) {
    await withSite(async (site) => {
      const { headers } = await site.browser().get("/sign-in");
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /script-src 'self' 'nonce-[^']+'/);
      assert.doesNotMatch(policy, /unsafe-inline/);
      assert.equal(
        policy.includes("upgrade-insecure-requests"),
        baseUrl.startsWith("https"),
      );
    }, { baseUrl });
  }
});
