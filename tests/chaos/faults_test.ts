import { assertOutcomes } from "./fault_outcomes.ts";
import { FAULTS } from "./faults.ts";

for (const [kind, rows] of Object.entries(FAULTS)) {
  for (const pipelining of [true, false]) {
    const how = pipelining ? "pipelined" : "command by command";
    Deno.test(`${kind}: every message has the outcome that is stated, ${how}`, async () => {
      for (const row of rows) await assertOutcomes(row, { pipelining });
    });
  }
}
