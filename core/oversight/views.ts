import { z } from "zod";
import { MailingSettings } from "../mailings/mailing.ts";
import { MailingRun } from "../mailings/run.ts";
import { MailingText } from "../messages/message.ts";
import { User } from "../users/user.ts";

/** What a manager sees of somebody who has an account; zod drops the rest. */
export const UserView = User.pick({
  id: true,
  email: true,
  name: true,
  groups: true,
  timeZone: true,
  language: true,
  confirmedAt: true,
  blocked: true,
  createdAt: true,
});
export type UserView = z.infer<typeof UserView>;

/** Whom a mailing goes to, without anybody's address: clients are their owner's alone. */
export const AudienceView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everyone") }),
  z.object({
    kind: z.literal("search"),
    query: z.string().transform(withoutAddresses),
  }),
  z.object({ kind: z.literal("chosen"), count: z.number() }),
]);
export type AudienceView = z.infer<typeof AudienceView>;

/** What a manager sees of a mailing; zod drops the rest. */
export const MailingView = MailingSettings.pick({
  id: true,
  ownerId: true,
  name: true,
  schedule: true,
  status: true,
  switchedOff: true,
  nextDueAt: true,
  missed: true,
  createdAt: true,
}).extend({ audience: AudienceView });
export type MailingView = z.infer<typeof MailingView>;

/** What a manager sees of a message. */
export const MessageView = MailingText.pick({ subject: true, body: true });
export type MessageView = z.infer<typeof MessageView>;

/** What a manager sees of a run, besides its totals. */
export const RunView = MailingRun.pick({
  id: true,
  dueAt: true,
  startedAt: true,
  finishedAt: true,
  state: true,
});
export type RunView = z.infer<typeof RunView>;

function withoutAddresses(query: string): string {
  return query.replaceAll(/\S*@\S*/g, "…");
}
