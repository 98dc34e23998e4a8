import assert from "node:assert/strict";
import { App, cors, type CORSOptions } from "../mod.ts";

async function headersFor(
  init: RequestInit,
  options?: CORSOptions<unknown>,
): Promise<Headers> {
  const app = new App<unknown>().use(cors(options)).get(
    "/",
    (ctx) => ctx.text(""),
  );
  return (await app.handler()(new Request("http://localhost/", init))).headers;
}

Deno.test("any origin may read the answer unless told otherwise", async () => {
  assert.equal((await headersFor({})).get("access-control-allow-origin"), "*");
});

Deno.test("only a listed origin may read the answer", async () => {
  const origin = ["https://a.example"];
  const listed = await headersFor(
    { headers: { origin: "https://a.example" } },
    { origin },
  );
  const other = await headersFor({ headers: { origin: "https://b.example" } }, {
    origin,
  });
  assert.equal(listed.get("access-control-allow-origin"), "https://a.example");
  assert.equal(listed.get("vary"), "Origin");
  assert.equal(other.get("access-control-allow-origin"), null);
});

Deno.test("a preflight is answered with what is allowed", async () => {
  const headers = await headersFor(
    {
      method: "OPTIONS",
      headers: { "access-control-request-headers": "authorization" },
    },
    { allowMethods: ["GET"], maxAge: 60 },
  );
  assert.equal(headers.get("access-control-allow-methods"), "GET");
  assert.equal(headers.get("access-control-allow-headers"), "authorization");
  assert.equal(headers.get("access-control-max-age"), "60");
});
