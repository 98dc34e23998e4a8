import assert from "node:assert/strict";
import { assertRefused, runCommandLine } from "./test_command.ts";

Deno.test("chaos goes through rounds, and the same seed gives the same", async () => {
  const args = ["--kind", "calendar", "--seed", "7", "--rounds", "1", "--json"];
  const runs = [
    await runCommandLine("chaos", args),
    await runCommandLine("chaos", args),
  ].map(({ code, stdout }) => {
    assert.equal(code, 0, stdout);
    return stdout.trim().split("\n").map((line) => JSON.parse(line));
  });
  const [[first, summary], [again]] = [runs[0] ?? [], runs[1] ?? []];
  assert.deepEqual(summary, { seed: 7, rounds: 1, failed: 0 });
  assert.match(first.what, /\d+ runs/);
  assert.equal(first.what, again.what);
});

Deno.test("chaos refuses what it cannot do", async () => {
  assertRefused(await runCommandLine("chaos", ["--rounds", "0"]), /at least 1/);
  assertRefused(
    await runCommandLine("chaos", ["--seed", "x"]),
    /a whole number/,
  );
  assertRefused(await runCommandLine("chaos", ["--kind", "x"]), /calendar/);
});
