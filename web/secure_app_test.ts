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
