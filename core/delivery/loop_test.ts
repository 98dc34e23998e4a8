import assert from "node:assert/strict";
import { Bell } from "./bell.ts";
import { loop } from "./loop.ts";

Deno.test("a loop repeats at once while there is work, rests otherwise and ends with its signal", async () => {
  const controller = new AbortController();
  let steps = 0;
  const ended = loop(() => Promise.resolve(++steps < 100), {
    signal: controller.signal,
    rest: 60_000,
    onError: (error) => assert.fail(String(error)),
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(steps, 100);
  controller.abort();
  await ended;
});

Deno.test("a step that fails is told of and does not end the loop", async () => {
  const controller = new AbortController();
  const errors: unknown[] = [];
  let steps = 0;
  await loop(() => {
    if (++steps === 3) controller.abort();
    return Promise.reject(new Error(`step ${steps}`));
  }, {
    signal: controller.signal,
    rest: 1,
    onError: (error) => errors.push(error),
  });
  assert.deepEqual(errors.map(String), [
    "Error: step 1",
    "Error: step 2",
    "Error: step 3",
  ]);
});

Deno.test("a bell ends a loop's rest", async () => {
  const controller = new AbortController();
  const bell = new Bell();
  let steps = 0;
  const ended = loop(() => Promise.resolve(++steps > 99), {
    signal: controller.signal,
    rest: 60_000,
    bell,
    onError: (error) => assert.fail(String(error)),
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(steps, 1);
  bell.ring();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(steps, 2);
  controller.abort();
  await ended;
});
