import assert from "node:assert/strict";
import { SILENT } from "./log.ts";
import { RecentWarnings } from "./recent_warnings.ts";

const NOW = new Date("2026-11-23T09:00:00Z");

Deno.test("warnings and errors are kept and told, other lines are only told", () => {
  const told: string[] = [];
  const tell = (message: string) => void told.push(message);
  const recent = new RecentWarnings(() => NOW);
  const log = recent.listeningTo({ ...SILENT, info: tell, warn: tell });
  log.info("a");
  log.warn("b");
  log.error("c");
  assert.deepEqual(told, ["a", "b"]);
  assert.deepEqual(recent.list(), [
    { at: NOW, level: "error", message: "c" },
    { at: NOW, level: "warn", message: "b" },
  ]);
});

Deno.test("of many warnings the last fifty stay", () => {
  const recent = new RecentWarnings(() => NOW);
  for (let n = 1; n <= 60; n++) recent.add("warn", String(n));
  const messages = recent.list().map(({ message }) => message);
  assert.equal(messages.length, 50);
  assert.deepEqual([messages[0], messages.at(-1)], ["60", "11"]);
});
