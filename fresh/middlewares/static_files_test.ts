import assert from "node:assert/strict";
import { App, staticFiles } from "../mod.ts";
import { applySnapshot } from "../snapshot.ts";

const CONTENT = new TextEncoder().encode("body { color: red }");

function get(path: string, init?: RequestInit): Promise<Response> {
  const file = {
    hash: "h1",
    immutable: false,
    read: () => Promise.resolve(CONTENT),
  };
  const app = new App<unknown>().use(staticFiles());
  applySnapshot(app, {
    buildId: "b1",
    mode: "production",
    root: "/",
    routes: [],
    islands: new Map(),
    boot: { module: "", preload: [] },
    files: new Map([["/a b.css", file], ["/boot.js", {
      ...file,
      immutable: true,
    }]]),
  });
  return app.handler()(new Request(`http://localhost${path}`, init));
}

Deno.test("a static file is sent with its type, and asked for again each time", async () => {
  const response = await get("/a%20b.css");
  assert.equal(response.headers.get("content-type"), "text/css; charset=utf-8");
  assert.equal(response.headers.get("cache-control"), "no-cache");
  assert.equal(response.headers.get("etag"), 'W/"h1"');
  assert.equal(await response.text(), "body { color: red }");
});

Deno.test("a file the browser already has is answered 304", async () => {
  for (const tag of ['W/"h1"', '"h1"', '"other", W/"h1"']) {
    const response = await get("/a%20b.css", {
      headers: { "if-none-match": tag },
    });
    assert.equal(response.status, 304);
    assert.equal(response.body, null);
  }
});

Deno.test("a file that changed is sent anew", async () => {
  const response = await get("/a%20b.css", {
    headers: { "if-none-match": 'W/"h0"' },
  });
  assert.equal(response.status, 200);
  await response.body?.cancel();
});

Deno.test("an address stamped with the build, and a built script, may be kept for a year", async () => {
  for (const path of ["/a%20b.css?v=b1", "/boot.js"]) {
    const response = await get(path);
    assert.equal(
      response.headers.get("cache-control"),
      "public, max-age=31536000, immutable",
    );
    await response.body?.cancel();
  }
});

Deno.test("an address stamped with another build is not kept", async () => {
  const response = await get("/a%20b.css?v=b0");
  assert.equal(response.headers.get("cache-control"), "no-cache");
  await response.body?.cancel();
});

Deno.test("HEAD tells a file's length without its body", async () => {
  const response = await get("/a%20b.css", { method: "HEAD" });
  assert.equal(response.headers.get("content-length"), String(CONTENT.length));
  assert.equal(response.body, null);
});

Deno.test("what the build did not list is not found, wherever it is", async () => {
  for (
    const path of [
      "/../etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
      "/%00",
      "/a",
      "/%E0%A4%A",
    ]
  ) {
    assert.equal((await get(path)).status, 404, path);
  }
});

Deno.test("a POST to a static file's address is no read", async () => {
  assert.equal((await get("/a%20b.css", { method: "POST" })).status, 404);
});
