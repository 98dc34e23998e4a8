import type { Core } from "../../core/core.ts";
import { isActive, type MailingRun } from "../../core/mailings/run.ts";
import { deliver } from "./deliver.ts";
import { type Company, runsOf, type SmallWorld } from "./small_world.ts";

const MOST_ROUNDS = 40;

/** The company's run once it has ended, after rounds of delivering with minutes in between; its owner lets it go on if it stopped itself. */
export async function endedRun(
  { core, world }: { core: Core; world: SmallWorld },
  company: Company,
  { minutes }: { minutes: number },
): Promise<MailingRun> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [run] = await runsOf(core, company);
    if (run && !isActive(run)) return run;
    world.pass(minutes);
    await resumeHalted(core, company);
    await deliver(core);
  }
  throw new Error("It never ended");
}

async function resumeHalted(
  core: Core,
  { owner, mailing }: Company,
): Promise<void> {
  const own = core.mailings.of(owner.id);
  if ((await own.get(mailing.id)).halted) await own.resume(mailing.id);
}
