import assert from "node:assert/strict";
import { Bell } from "./bell.ts";

const LONG = 60_000;
const NEVER = new AbortController().signal;

Deno.test("a bell that rang before ends the next wait at once, and that one alone", async () => {
  const bell = new Bell();
  bell.ring();
  await bell.wait(LONG, NEVER);
  let isOver = false;
  const waiting = bell.wait(LONG, NEVER).then(() => isOver = true);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(isOver, false);
  bell.ring();
  await waiting;
});

Deno.test("a wait under an ended signal is none, and one that is under way ends with its signal", async () => {
  await new Bell().wait(LONG, AbortSignal.abort());
  const ending = new AbortController();
  const waiting = new Bell().wait(LONG, ending.signal);
  ending.abort();
  await waiting;
});

Deno.test("a wait is over after its time", async () => {
  await new Bell().wait(5, NEVER);
});
