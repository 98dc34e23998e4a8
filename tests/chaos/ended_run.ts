import type { Core } from "../../core/core.ts";
import { isActive, type MailingRun } from "../../core/mailings/run.ts";
import { deliver } from "./deliver.ts";
import { type Company, runsOf, type SmallWorld } from "./small_world.ts";

const MOST_ROUNDS = 40;

/** The company's run once it has ended, after rounds of delivering with minutes in between. */
export async function endedRun(
  { core, world }: { core: Core; world: SmallWorld },
  company: Company,
  { minutes }: { minutes: number },
): Promise<MailingRun> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [run] = await runsOf(core, company);
    if (run && !isActive(run)) return run;
    world.pass(minutes);
    await deliver(core);
  }
  throw new Error("It never ended");
}
