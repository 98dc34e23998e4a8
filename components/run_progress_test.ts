import assert from "node:assert/strict";
import { hasEnded, readProgress, type RunProgress } from "./run_progress.ts";

const PROGRESS: RunProgress = {
  state: "sending",
  recipients: 5,
  delivered: 1,
  waiting: 2,
  refused: 1,
  expired: 0,
  skipped: 1,
};

Deno.test("a run's progress is read as it was sent", () => {
  assert.deepEqual(
    readProgress(JSON.parse(JSON.stringify(PROGRESS))),
    PROGRESS,
  );
});

Deno.test("anything else than a run's progress is not read", () => {
  const { skipped: _, ...partial } = PROGRESS;
  const others = [
    null,
    5,
    partial,
    { ...PROGRESS, delivered: "1" },
    { ...PROGRESS, state: "delivered" },
  ];
  for (const other of others) assert.equal(readProgress(other), undefined);
});

Deno.test("a paused run has not ended, a cancelled one has", () => {
  assert.equal(hasEnded({ state: "paused" }), false);
  assert.equal(hasEnded({ state: "finished" }), true);
  assert.equal(hasEnded({ state: "cancelled" }), true);
});
