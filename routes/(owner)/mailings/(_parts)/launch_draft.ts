import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { wallTimeOf } from "../../../../core/mailings/schedule.ts";
import type { OwnerState } from "../../../../web/define.ts";

/** Launches a draft; one for which no time was set goes out at once. */
export async function launchDraft(
  id: string,
  { core, user }: Pick<OwnerState, "core" | "user">,
): Promise<MailingSettings> {
  const mailings = core.mailings.of(user.id);
  const mailing = await mailings.get(id);
  if (mailing.status !== "draft" || mailing.schedule) {
    return await mailings.launch(id);
  }
  const { timeZone } = user;
  const startsAt = wallTimeOf(core.store.now(), timeZone);
  const schedule = { startsAt, timeZone, repeat: "once" };
  const input = { ...mailing, ...same(mailing), schedule };
  return await mailings.update(id, input, { launch: true });
}

// The list of those chosen stays as it is when no ids are given.
function same({ audience }: MailingSettings) {
  return audience.kind === "chosen" ? { audience: { kind: "chosen" } } : {};
}
