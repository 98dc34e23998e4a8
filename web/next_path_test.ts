import assert from "node:assert/strict";
import { nextPath } from "./next_path.ts";

Deno.test("a path on this site is kept with its query", () => {
  assert.equal(nextPath("/clients?q=anna", "/"), "/clients?q=anna");
});

Deno.test("whatever could lead elsewhere gives the fallback", () => {
  const bad = [
    undefined,
    null,
    "",
    "clients",
    "//evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/clients\r\nSet-Cookie: a=b",
    "/.//evil.example",
  ];
  for (const value of bad) {
    assert.equal(nextPath(value, "/overview"), "/overview", String(value));
  }
});
