import type { Core } from "../../../../core/core.ts";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import type { MailingRun } from "../../../../core/mailings/run.ts";

/** The run of a mailing that is going on, if one is. */
export async function activeRunOf(
  { ownerId, id }: MailingSettings,
  core: Core,
): Promise<MailingRun | undefined> {
  const [run] = await core.runs.activeOf(ownerId, id);
  return run;
}
