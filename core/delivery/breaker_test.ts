import assert from "node:assert/strict";
import {
  admitted,
  afterAnswer,
  afterTrouble,
  type BreakerState,
  CLOSED,
  waitOf,
} from "./breaker.ts";
import { POLICY } from "./policy.ts";

const policy = POLICY.breaker;
const now = new Date("2026-06-01T00:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

function troubled(times: number, from: BreakerState = CLOSED): BreakerState {
  let state = from;
  for (let n = 0; n < times; n++) {
    state = afterTrouble(state, { now, reason: "connection refused" }, policy);
  }
  return state;
}

Deno.test("a few troubles in a row stop nothing, the last of them opens the breaker", () => {
  assert.equal(waitOf(troubled(policy.threshold - 1), now, policy), 0);
  assert.equal(waitOf(troubled(policy.threshold), now, policy), policy.first);
});

Deno.test("a service that cannot even be reached is left alone at once", () => {
  const state = afterTrouble(
    CLOSED,
    { now, reason: "connection refused", isOutage: true },
    policy,
  );
  assert.equal(waitOf(state, now, policy), policy.first);
});

Deno.test("an answer in between starts the count anew", () => {
  const state = afterAnswer(troubled(policy.threshold - 1));
  assert.equal(waitOf(troubled(1, state), now, policy), 0);
});

Deno.test("a service that names its own wait is left alone at once for so long", () => {
  const state = afterTrouble(
    CLOSED,
    { now, reason: "429", retryAfter: 60_000 },
    policy,
  );
  assert.equal(waitOf(state, now, policy), 60_000);
});

Deno.test("trouble of messages already under way does not lengthen the break", () => {
  assert.deepEqual(troubled(50), troubled(policy.threshold));
});

Deno.test("after the break one message probes while all others wait", () => {
  const open = troubled(policy.threshold);
  const at = later(policy.first);
  assert.equal(waitOf(open, at, policy), 0);
  const probing = admitted(open, { id: "p", now: at }, policy);
  assert.equal(waitOf(probing, at, policy), policy.probe);
  assert.deepEqual(afterAnswer(probing), CLOSED);
});

Deno.test("a failed probe doubles the break up to its longest", () => {
  let state = troubled(policy.threshold);
  const waits: number[] = [];
  for (let n = 0; n < 10; n++) {
    state = afterTrouble(
      admitted(state, { id: "p", now }, policy),
      { now, reason: "x" },
      policy,
    );
    waits.push(waitOf(state, now, policy));
  }
  assert.deepEqual(waits.slice(0, 3), [2_000, 4_000, 8_000]);
  assert.equal(waits.at(-1), policy.longest);
});

Deno.test("a probe that never comes back lets another through in the end", () => {
  const probing = admitted(
    troubled(policy.threshold),
    { id: "p", now },
    policy,
  );
  assert.equal(waitOf(probing, later(policy.probe), policy), 0);
});

Deno.test("what was written while the clock was ahead keeps nobody waiting", () => {
  const ahead = later(10 * 24 * 60 * 60_000);
  const state = afterTrouble(
    CLOSED,
    { now: ahead, reason: "x", retryAfter: 60_000 },
    policy,
  );
  assert.equal(waitOf(state, now, policy), 0);
});

Deno.test("a service may ask for an hour at most", () => {
  const state = afterTrouble(
    CLOSED,
    { now, reason: "x", retryAfter: 24 * 60 * 60_000 },
    policy,
  );
  assert.equal(waitOf(state, now, policy), policy.wish);
});
