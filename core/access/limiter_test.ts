import assert from "node:assert/strict";
import { Conflict } from "../errors.ts";
import { Limiter } from "./limiter.ts";

const options = { running: 2, waiting: 3, refusal: "The line is full." };

function gated() {
  const gates: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => gates.push(resolve));
  return { gates, work };
}

async function settle() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

Deno.test("a limiter runs no more works at once than allowed", async () => {
  const limiter = new Limiter(options);
  const { gates, work } = gated();
  const works = [1, 2, 3, 4].map(() => limiter.run(work));
  await settle();
  assert.equal(gates.length, 2);
  gates[0]?.();
  await settle();
  assert.equal(gates.length, 3);
  works.push(limiter.run(work));
  await settle();
  assert.equal(gates.length, 3);
  gates[1]?.();
  gates[2]?.();
  await settle();
  gates[3]?.();
  gates[4]?.();
  await Promise.all(works);
});

Deno.test("a limiter refuses whoever finds the line full", async () => {
  const limiter = new Limiter(options);
  const { gates, work } = gated();
  const works = [1, 2, 3, 4, 5].map(() => limiter.run(work));
  await assert.rejects(
    limiter.run(work),
    (error) =>
      error instanceof Conflict && error.message === "The line is full.",
  );
  for (let index = 0; index < 5; index++) {
    await settle();
    gates[index]?.();
  }
  await Promise.all(works);
});

Deno.test("a work that fails gives its place back", async () => {
  const limiter = new Limiter({ running: 1, waiting: 0, refusal: "Full." });
  await assert.rejects(limiter.run(() => Promise.reject(new Error("broken"))), {
    message: "broken",
  });
  assert.equal(await limiter.run(() => Promise.resolve("done")), "done");
});
