import assert from "node:assert/strict";
import type { Letter } from "../../core/delivery/letter.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { LETTER, recipient } from "../../core/delivery/test_letter.ts";
import { withFault } from "./fault_scene.ts";
import type { Expected, FaultRow } from "./faults.ts";

/** More than any buffer on the way of a message holds. */
const LARGE: Letter = {
  ...LETTER,
  body: `${"A line of a very long letter.\n".repeat(2_000)}\n`.repeat(80),
};

/** Sends messages to a server with a fault, and asserts that each has the outcome that is stated. */
export async function assertOutcomes(
  row: FaultRow,
  options: { pipelining: boolean },
): Promise<void> {
  await withFault(row, options, async ({ transport }) => {
    const outcomes: Expected[] = [];
    const letter = row.large ? LARGE : LETTER;
    for (const [n] of row.outcomes.entries()) {
      outcomes.push(named(await transport.send(letter, recipient(n))));
    }
    assert.deepEqual(outcomes, row.outcomes, `The server ${row.name}`);
  });
}

function named(outcome: Outcome): Expected {
  const isInDoubt = outcome.kind === "unavailable" && outcome.inDoubt;
  return isInDoubt ? "in doubt" : outcome.kind;
}
