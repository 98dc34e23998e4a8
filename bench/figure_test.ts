import assert from "node:assert/strict";
import { holds } from "./figure.ts";

Deno.test("a figure holds up to its bound, on the right side of it", () => {
  const figure = { figure: "x", unit: "ratio", bound: 0.5 };
  assert.equal(holds({ ...figure, value: 0.5, sense: "at least" }), true);
  assert.equal(holds({ ...figure, value: 0.49, sense: "at least" }), false);
  assert.equal(holds({ ...figure, value: 0.5, sense: "at most" }), true);
  assert.equal(holds({ ...figure, value: 0.51, sense: "at most" }), false);
});

Deno.test("a figure that is told for comparison always holds", () => {
  assert.equal(holds({ figure: "x", unit: "ratio", value: 0 }), true);
});
