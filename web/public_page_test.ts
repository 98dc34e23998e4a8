import assert from "node:assert/strict";
import { App } from "fresh";
import type { State } from "./define.ts";
import { FOR_EVERYBODY } from "./page_cache.ts";
import { publicPage } from "./public_page.ts";

async function cacheControlOf(init: ResponseInit): Promise<string | null> {
  const app = new App<State>().use(publicPage)
    .get("/", () => new Response("x", init));
  const { headers } = await app.handler()(new Request("http://localhost/"));
  return headers.get("cache-control");
}

Deno.test("caches may keep what went well, and nothing else", async () => {
  assert.equal(await cacheControlOf({}), FOR_EVERYBODY);
  assert.equal(await cacheControlOf({ status: 404 }), "private, no-store");
});

Deno.test("an answer that says itself how long it may be kept is left alone", async () => {
  const headers = { "cache-control": "public, max-age=1" };
  assert.equal(await cacheControlOf({ headers }), "public, max-age=1");
});
