import type { MailingSettings } from "../../core/mailings/mailing.ts";
import { wallTimeOf } from "../../core/mailings/schedule.ts";
import type { User } from "../../core/users/user.ts";
import type { Walk } from "./people.ts";

/** How many clients an owner of a crowd has. */
export const CROWD = 150;

/** An owner, and the mailing that is going out to a crowd. */
export interface Sending {
  owner: User;
  mailing: MailingSettings;
}

/** Makes somebody whose mailing to a crowd goes out now. */
export async function sendToCrowd(
  { core, join, named }: Walk,
): Promise<Sending> {
  const owner = await join("Owner", ["owner"]);
  const crowd = Array.from({ length: CROWD }, (_, n) => ({
    email: `crowd${n}@example.com`,
    name: `Crowd ${n}`,
  }));
  await core.clients.of(owner.id).createMany(crowd);
  const text = await core.messages.of(owner.id).create({
    subject: "News for {{name}}",
    body: "Dear {{name}}, here is news.",
  });
  const { timeZone } = owner;
  const startsAt = wallTimeOf(core.store.now(), timeZone);
  const mailing = await core.mailings.of(owner.id).create({
    name: named("Autumn news"),
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: { startsAt, timeZone, repeat: "once" },
  }, { launch: true });
  return { owner, mailing };
}
