import assert from "node:assert/strict";
import { App, csp, type CSPOptions } from "../mod.ts";

async function headersWith(options?: CSPOptions): Promise<Headers> {
  const app = new App<unknown>().use(csp(options)).get(
    "/",
    (ctx) => ctx.text(""),
  );
  return (await app.handler()(new Request("http://localhost/"))).headers;
}

async function policy(options?: CSPOptions): Promise<string> {
  return (await headersWith(options)).get("content-security-policy") ?? "";
}

Deno.test("a directive of the app takes the place of the default of its name", async () => {
  const directives =
    (await policy({ csp: ["img-src https:", "connect-src 'none'"] })).split(
      "; ",
    );
  assert.deepEqual(directives.filter((one) => one.startsWith("img-src")), [
    "img-src https:",
  ]);
  assert.ok(directives.includes("connect-src 'none'"));
  assert.ok(directives.includes("object-src 'none'"));
});

Deno.test("a nonce takes the place of unsafe-inline, and is new each time", async () => {
  const first = await policy({ useNonce: true });
  assert.match(first, /script-src 'self' 'nonce-[^']{20,}';/);
  assert.doesNotMatch(first, /unsafe-inline/);
  assert.notEqual(await policy({ useNonce: true }), first);
});

Deno.test("reporting names where to, and blocks nothing when it is all that is wanted", async () => {
  const headers = await headersWith({ reportOnly: true, reportTo: "/reports" });
  assert.equal(headers.get("content-security-policy"), null);
  assert.match(
    headers.get("content-security-policy-report-only") ?? "",
    /report-to csp; report-uri \/reports/,
  );
  assert.equal(headers.get("reporting-endpoints"), 'csp="/reports"');
});

Deno.test("a directive that does not say unsafe-inline gets no nonce", async () => {
  const own = await policy({ useNonce: true, csp: ["script-src 'self'"] });
  assert.match(own, /script-src 'self'(;|$)/);
});

Deno.test("browsers are asked to come back by https", async () => {
  assert.match(await policy(), /upgrade-insecure-requests/);
});
