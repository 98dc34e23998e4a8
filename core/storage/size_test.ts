import { serialize } from "node:v8";
import assert from "node:assert/strict";
import fc from "fast-check";
import { estimateBytes } from "./size.ts";

Deno.test("the estimate of a value's size is never below what it takes", () => {
  const value = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withUnicodeString: true,
  });
  fc.assert(
    fc.property(value, (value) => {
      assert.ok(
        estimateBytes(value) >= serialize(value).length - 2,
        `${estimateBytes(value)}`,
      );
    }),
    { numRuns: 1500 },
  );
});

Deno.test("bytes count once", () => {
  assert.ok(estimateBytes(new Uint8Array(60_000)) < 60_100);
});
