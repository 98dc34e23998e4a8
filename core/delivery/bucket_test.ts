import assert from "node:assert/strict";
import { type Bucket, reserve } from "./bucket.ts";

const LIMIT = { rate: 10, burst: 2 };
const start = Date.parse("2026-06-01T00:00:00Z");
const at = (ms: number) => new Date(start + ms);

/** Asks at each of the instants; gives how many messages were let through. */
function askedAt(instants: readonly number[]): number {
  let kept: Bucket | undefined;
  let messages = 0;
  for (const instant of instants) {
    const { bucket, reservation } = reserve(kept, at(instant), LIMIT);
    kept = bucket;
    messages += reservation.messages;
  }
  return messages;
}

Deno.test("machines whose clocks are apart get no more than one of them would", () => {
  const instants = Array.from(
    { length: 200 },
    (_, n) => n * 10 + (n % 2) * 1_000,
  );
  const passed = instants.at(-1)! / 1_000;
  const messages = askedAt(instants);
  assert.ok(messages <= LIMIT.burst + LIMIT.rate * passed, `${messages}`);
});

Deno.test("a clock that was far ahead and was put right stops nothing", () => {
  const day = 24 * 60 * 60 * 1_000;
  const later = Array.from({ length: 50 }, (_, n) => n * 100);
  assert.ok(askedAt([10 * day, ...later]) >= 45);
});

Deno.test("who gets nothing is told when there may be something", () => {
  const first = reserve(undefined, at(0), LIMIT);
  const second = reserve(first.bucket, at(0), LIMIT);
  assert.equal(second.reservation.messages, 0);
  const { wait } = second.reservation;
  const third = reserve(second.bucket, at(wait), LIMIT);
  assert.equal(third.reservation.messages, 1);
});
