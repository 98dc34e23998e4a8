import type { Core } from "../../core/core.ts";
import type { MailingSettings } from "../../core/mailings/mailing.ts";
import type { User } from "../../core/users/user.ts";
import { letterText } from "./letter_text.ts";

/** A mailing to all clients of an owner that is due at once. */
export async function launch(
  core: Core,
  owner: User,
): Promise<MailingSettings> {
  const text = await core.messages.of(owner.id).create(letterText());
  return await core.mailings.of(owner.id).create({
    name: "Measured",
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: new Date().toISOString().slice(0, 19),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
}
