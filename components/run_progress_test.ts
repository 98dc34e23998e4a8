import assert from "node:assert/strict";
import { hasEnded, readProgress, type ShownProgress } from "./run_progress.ts";

const PROGRESS: ShownProgress = {
  state: "sending",
  stateName: "Отправляется",
  sentence: "Обработано 3 из 5",
  value: 3,
  max: 5,
  numbers: [{ show: "delivered", label: "Доставлено", value: "1" }],
};

Deno.test("a run's progress is read as it was sent", () => {
  assert.deepEqual(
    readProgress(JSON.parse(JSON.stringify(PROGRESS))),
    PROGRESS,
  );
});

Deno.test("anything else than a run's progress is not read", () => {
  const { sentence: _, ...partial } = PROGRESS;
  const others = [
    null,
    5,
    partial,
    { ...PROGRESS, value: "3" },
    { ...PROGRESS, state: "delivered" },
    { ...PROGRESS, numbers: {} },
    { ...PROGRESS, numbers: [null] },
    { ...PROGRESS, numbers: [{ show: "javascript:", label: "", value: "" }] },
    { ...PROGRESS, numbers: [{ show: "all", label: "", value: 1 }] },
  ];
  for (const other of others) assert.equal(readProgress(other), undefined);
});

Deno.test("a paused run has not ended, a cancelled one has", () => {
  assert.equal(hasEnded({ state: "paused" }), false);
  assert.equal(hasEnded({ state: "finished" }), true);
  assert.equal(hasEnded({ state: "cancelled" }), true);
});
