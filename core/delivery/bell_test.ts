import assert from "node:assert/strict";
import { Bell } from "./bell.ts";

const LONG = 60_000;
const NEVER = new AbortController().signal;

/** Whether a wait is over once all that is due at once has been done. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  let isOver = false;
  void waiting.then(() => isOver = true);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return isOver;
}

Deno.test("a bell ends the wait that is under way", async () => {
  const bell = new Bell();
  const waiting = bell.wait(LONG, NEVER);
  assert.equal(await isOver(waiting), false);
  bell.ring();
  assert.equal(await isOver(waiting), true);
});

Deno.test("a bell that rang before ends the next wait at once, and that one alone", async () => {
  const bell = new Bell();
  bell.ring();
  assert.equal(await isOver(bell.wait(LONG, NEVER)), true);
  const waiting = bell.wait(LONG, NEVER);
  assert.equal(await isOver(waiting), false);
  bell.ring();
  await waiting;
});

Deno.test("a wait under an ended signal is none, and one that is under way ends with its signal", async () => {
  const ended = new Bell().wait(LONG, AbortSignal.abort());
  assert.equal(await isOver(ended), true);
  const ending = new AbortController();
  const waiting = new Bell().wait(LONG, ending.signal);
  assert.equal(await isOver(waiting), false);
  ending.abort();
  assert.equal(await isOver(waiting), true);
});

Deno.test("a wait is over after its time", async () => {
  await new Bell().wait(5, NEVER);
});
