import assert from "node:assert/strict";
import { FAULTS } from "./faults.ts";

Deno.test("no fault stands in the matrix twice", () => {
  const names = Object.values(FAULTS).flat().map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
});
