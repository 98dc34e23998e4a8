import assert from "node:assert/strict";
import { withMatrix } from "./fault_matrix.ts";
import { FAULTS } from "./faults.ts";

Deno.test("docs/delivery.md has the fault matrix as the tests have it", async () => {
  const path = new URL("../../docs/delivery.md", import.meta.url);
  const page = await Deno.readTextFile(path);
  assert.equal(
    page,
    withMatrix(page),
    "Run deno run -A tests/chaos/fault_matrix.ts",
  );
});

Deno.test("no fault stands in the matrix twice", () => {
  const names = Object.values(FAULTS).flat().map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
});
