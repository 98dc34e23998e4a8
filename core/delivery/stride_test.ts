import assert from "node:assert/strict";
import { Stride } from "./stride.ts";

/** The sizes of strides that take so many milliseconds each. */
function sizesAt(stride: Stride, times: readonly number[]): number[] {
  let now = 0;
  return times.map((time) => stride.next(now += time));
}

Deno.test("a stride grows to its most while it is taken up at once", () => {
  const sizes = sizesAt(new Stride(250), [0, 10, 10, 10, 10, 10, 10]);
  assert.deepEqual(sizes, [8, 16, 32, 64, 128, 250, 250]);
});

Deno.test("a stride stays as it is at a fair pace, and shrinks where it takes long", () => {
  const stride = new Stride(250);
  const sizes = sizesAt(stride, [0, 10, 10, 50, 90, 300, 300, 300, 9_000]);
  assert.deepEqual(sizes, [8, 16, 32, 32, 32, 16, 8, 8, 8]);
});

Deno.test("a stride that was far grows again after a rest", () => {
  const sizes = sizesAt(new Stride(32), [0, 10, 10, 60_000, 10]);
  assert.deepEqual(sizes, [8, 16, 32, 16, 32]);
});
