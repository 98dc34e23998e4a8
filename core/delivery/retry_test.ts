import assert from "node:assert/strict";
import * as fc from "fast-check";
import { POLICY } from "./policy.ts";
import { nextTry, waitAfterTrouble } from "./retry.ts";

const HOUR = 3_600_000;
const since = new Date("2026-06-01T00:00:00Z");

function waitAfter(
  tries: number,
  extra: { retryAfter?: number; random?: number } = {},
): number {
  const next = nextTry(
    { tries, since, now: since, random: 1, ...extra },
    POLICY.retry,
  );
  assert.ok(next);
  return next.getTime() - since.getTime();
}

Deno.test("the wait doubles with each try up to its longest", () => {
  assert.deepEqual([1, 2, 3, 4].map((tries) => waitAfter(tries) / 60_000), [
    1,
    2,
    4,
    8,
  ]);
  assert.equal(waitAfter(40), POLICY.retry.longest);
});

Deno.test("the service's own wish is honoured when it is longer", () => {
  assert.equal(waitAfter(1, { retryAfter: HOUR, random: 0 }), HOUR);
  assert.equal(waitAfter(1, { retryAfter: 1 }), 60_000);
});

Deno.test("those who are told to come back together are spread out", () => {
  const waits = [0.2, 0.8].map((random) =>
    waitAfter(1, { retryAfter: HOUR, random })
  );
  assert.ok(waits[1]! - waits[0]! > 60_000, `${waits}`);
});

Deno.test("a delivery is given up only after both its tries and its time", () => {
  const late = new Date(since.getTime() + POLICY.retry.age);
  const last = { since, random: 0.5, tries: POLICY.retry.tries };
  assert.equal(nextTry({ ...last, now: late }, POLICY.retry), undefined);
  assert.ok(nextTry({ ...last, now: since }, POLICY.retry));
  assert.ok(
    nextTry(
      { ...last, now: late, tries: POLICY.retry.tries - 1 },
      POLICY.retry,
    ),
  );
});

Deno.test("a wait lies anywhere between half the first one and its ceiling", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (tries, random) => {
      const ceiling = waitAfter(tries);
      const wait = waitAfter(tries, { random });
      assert.ok(wait >= POLICY.retry.first / 2 && wait <= ceiling);
    },
  ));
});

for (const random of [0, 0.5, 1 - Number.EPSILON]) {
  Deno.test(`by default a delivery has at least 12 tries over at least 72 hours, with ${random} of the jitter`, () => {
    let now = since;
    let tries = 0;
    for (let next: Date | undefined = since; next; tries++) {
      now = next;
      next = nextTry({ tries: tries + 1, since, now, random }, POLICY.retry);
    }
    assert.ok(tries >= 12, `${tries} tries`);
    assert.ok(now.getTime() - since.getTime() >= 72 * HOUR);
  });
}

Deno.test("a mail that brings trouble is tried as often as the breaker lets one through, then less and less", () => {
  const waits = [1, 2, 3, 4, 5, 30, 40, 1_000]
    .map((troubles) => waitAfterTrouble(troubles, POLICY) / 1_000);
  assert.deepEqual(waits, [1, 2, 4, 8, 10, 10, 100, 600]);
});
