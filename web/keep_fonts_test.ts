import assert from "node:assert/strict";
import { App } from "fresh";
import type { State } from "./define.ts";
import { keepFonts } from "./keep_fonts.ts";

async function cacheOf(path: string, status = 200): Promise<string | null> {
  const app = new App<State>().use(keepFonts).get(
    "/:path*",
    () =>
      new Response(null, { status, headers: { "cache-control": "no-cache" } }),
  );
  const response = await app.handler()(new Request(`http://site.test${path}`));
  return response.headers.get("cache-control");
}

Deno.test("browsers keep a font for a week", async () => {
  for (const status of [200, 304]) {
    const said = await cacheOf("/fonts/a.woff2", status);
    assert.match(said ?? "", /max-age=604800/);
  }
});

Deno.test("what is no font, or not there, is asked for again", async () => {
  assert.equal(await cacheOf("/styles.css"), "no-cache");
  assert.equal(await cacheOf("/fonts/b.woff2", 404), "no-cache");
});
