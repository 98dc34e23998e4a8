import assert from "node:assert/strict";
import fc from "fast-check";
import { type Moment, timeBuckets } from "./time_buckets.ts";

const LIMITS = { atLeast: 10, atMost: 120 };
const START = Date.parse("2026-03-01T12:00:00Z") / 60_000;

function moment(minute: number, given: Partial<Moment> = {}): Moment {
  return {
    minute: START + minute,
    delivered: 0,
    deferred: 0,
    failed: 0,
    ...given,
  };
}

Deno.test("nothing counted gives no buckets", () => {
  assert.deepEqual(timeBuckets([], LIMITS), []);
});

Deno.test("a short run is told minute by minute, with room at its end", () => {
  const buckets = timeBuckets(
    [moment(0, { delivered: 5 }), moment(2, { failed: 1 })],
    LIMITS,
  );
  assert.equal(buckets.length, 10);
  assert.deepEqual(
    buckets.slice(0, 3).map(({ from, ...counts }) => [
      from.toISOString().slice(11, 16),
      counts,
    ]),
    [
      ["12:00", { delivered: 5, deferred: 0, failed: 0 }],
      ["12:01", { delivered: 0, deferred: 0, failed: 0 }],
      ["12:02", { delivered: 0, deferred: 0, failed: 1 }],
    ],
  );
});

Deno.test("a long run's buckets begin at even times", () => {
  const buckets = timeBuckets([moment(7), moment(7 + 9 * 60)], LIMITS);
  assert.deepEqual(
    buckets.slice(0, 2).map(({ from }) => from.toISOString().slice(11, 16)),
    ["12:05", "12:10"],
  );
});

Deno.test("buckets get wider with the first minute that would be one too many", () => {
  const widths = [119, 120].map((minute) => {
    const [a, b] = timeBuckets([moment(0), moment(minute)], LIMITS);
    return (b!.from.getTime() - a!.from.getTime()) / 60_000;
  });
  assert.deepEqual(widths, [1, 2]);
});

Deno.test("whatever the times, no more buckets than allowed, and nothing gets lost", () => {
  const count = fc.nat({ max: 1_000 });
  const moments = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 40_000_000 }),
      delivered: count,
      deferred: count,
      failed: count,
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(fc.property(moments, (moments) => {
    const buckets = timeBuckets(moments, LIMITS);
    assert.ok(buckets.length >= 10 && buckets.length <= 120);
    for (const key of ["delivered", "deferred", "failed"] as const) {
      const sum = (all: readonly Record<typeof key, number>[]) =>
        all.reduce((n, one) => n + one[key], 0);
      assert.equal(sum(buckets), sum(moments));
    }
  }));
});
