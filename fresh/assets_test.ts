import assert from "node:assert/strict";
import { asset, setBuildId } from "./assets.ts";

Deno.test("asset adds the build id, before a hash and after a query", () => {
  setBuildId("b1");
  assert.equal(asset("/a.css"), "/a.css?v=b1");
  assert.equal(asset("/a.svg?x=1#icon"), "/a.svg?x=1&v=b1#icon");
  setBuildId("");
});

Deno.test("asset leaves other hosts' addresses alone", () => {
  setBuildId("b1");
  assert.equal(asset("https://example.com/a.css"), "https://example.com/a.css");
  assert.equal(asset("//example.com/a.css"), "//example.com/a.css");
  setBuildId("");
});

Deno.test("asset changes nothing before a build", () => {
  assert.equal(asset("/a.css"), "/a.css");
});
