import assert from "node:assert/strict";
import { App, csrf, type CsrfOptions } from "../mod.ts";

async function status(
  headers: Record<string, string>,
  { method = "POST", ...options }: { method?: string } & CsrfOptions<unknown> =
    {},
): Promise<number> {
  const app = new App<unknown>().use(csrf(options)).all(
    "/",
    (ctx) => ctx.text("done"),
  );
  const response = await app.handler()(
    new Request("http://localhost/", { method, headers }),
  );
  await response.body?.cancel();
  return response.status;
}

Deno.test("a form sent from another site is refused", async () => {
  assert.equal(await status({ origin: "http://evil.example" }), 403);
  assert.equal(
    await status({ "sec-fetch-site": "cross-site", origin: "null" }),
    403,
  );
  assert.equal(await status({ "sec-fetch-site": "same-site" }), 403);
});

Deno.test("a form sent from this site passes", async () => {
  assert.equal(await status({ origin: "http://localhost" }), 200);
  assert.equal(await status({ "sec-fetch-site": "same-origin" }), 200);
});

Deno.test("what names neither origin nor site passes", async () => {
  assert.equal(await status({}), 200);
});

Deno.test("a read from another site passes", async () => {
  const headers = {
    origin: "http://evil.example",
    "sec-fetch-site": "cross-site",
  };
  assert.equal(await status(headers, { method: "GET" }), 200);
});

Deno.test("an origin that is allowed by name or by function passes", async () => {
  const headers = {
    origin: "https://a.example",
    "sec-fetch-site": "cross-site",
  };
  assert.equal(await status(headers, { origin: ["https://a.example"] }), 200);
  assert.equal(
    await status(headers, { origin: (origin) => origin.endsWith(".example") }),
    200,
  );
  assert.equal(await status(headers, { origin: "https://b.example" }), 403);
});
