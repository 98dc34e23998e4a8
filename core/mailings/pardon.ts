import type { Transaction } from "../storage/mod.ts";
import type { MailingSettings } from "./mailing.ts";
import type { RunRef, Settled } from "./run.ts";
import type { Runs } from "./runs.ts";

/** What is known of runs when they are let go on. */
export interface PardonParts {
  runs: Pick<Runs, "of" | "activeOf">;
  /** How far a run has come by now. */
  settledOf: (run: RunRef) => Promise<Settled>;
}

/** Lets a mailing's runs go on in spite of what failed so far; says whether there are any. */
export async function pardonRuns(
  { runs, settledOf }: PardonParts,
  { ownerId, id }: Pick<MailingSettings, "ownerId" | "id">,
  tx: Transaction,
): Promise<boolean> {
  const active = await runs.activeOf(ownerId, id, tx);
  for (const run of active) {
    const pardoned = await settledOf(run);
    await runs.of(ownerId).update(run.id, (old) => ({ ...old, pardoned }), tx);
  }
  return active.length > 0;
}
