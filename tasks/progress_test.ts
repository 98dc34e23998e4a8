import assert from "node:assert/strict";
import { durationOf, stripe } from "./progress.ts";

// deno-lint-ignore no-control-regex -- colours are control characters
const plain = (text: string) => text.replaceAll(/\x1b\[\d+m/g, "");

Deno.test("the stripe is as long as the work has come, and never longer", () => {
  assert.equal(plain(stripe(0)), "·".repeat(30));
  assert.equal(plain(stripe(0.5)), "/".repeat(15) + "·".repeat(15));
  assert.equal(plain(stripe(7)), "/".repeat(30));
});

Deno.test("a duration is told in the unit people would use", () => {
  assert.equal(durationOf(0.2), "1 s");
  assert.equal(durationOf(89), "89 s");
  assert.equal(durationOf(150), "3 min");
  assert.equal(durationOf(7_000), "2 h");
});
