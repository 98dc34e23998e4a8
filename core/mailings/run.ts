import { z } from "zod";
import { Language } from "../i18n/language.ts";
import {
  Audience,
  isSameMailing,
  type MailingRef,
  type MailingSettings,
  shownStatus,
} from "./mailing.ts";

/** How far a run has come; pausing and switching off belong to its mailing. */
export const RunState = z.enum([
  "planning",
  "sending",
  "finished",
  "cancelled",
]);
export type RunState = z.infer<typeof RunState>;

/** What a run has come to. */
export const Settled = z.object({
  /** Recipients that are settled, and those of them who were not reached. */
  settled: z.number(),
  failed: z.number(),
  /** How often a receiver took nothing from the sender: no recipient is settled by that. */
  blocks: z.number().default(0),
});
export type Settled = z.infer<typeof Settled>;

/** One occurrence of a mailing, with the message as it was when the run began. */
export const MailingRun = z.object({
  id: z.string(),
  ownerId: z.string(),
  mailingId: z.string(),
  /** The occurrence it serves. */
  dueAt: z.date(),
  startedAt: z.date(),
  finishedAt: z.date().optional(),
  state: RunState,
  text: z.object({ subject: z.string(), body: z.string() }),
  /** What those were sent who had their turn before the owner took the edited message. */
  earlierTexts: z.array(z.object({ subject: z.string(), until: z.date() }))
    .optional(),
  from: z.object({
    name: z.string(),
    address: z.string(),
    replyTo: z.string(),
  }),
  /** The owner's language: what we add to their letters is in it. */
  language: Language.optional(),
  audience: Audience,
  /** What was settled when its owner last let it go on: that counts no more against it. */
  pardoned: Settled.optional(),
  /** The planner's checkpoint, written with the recipients it speaks of. */
  plan: z.object({
    /** Where among the clients to go on; absent before the first batch. */
    cursor: z.string().optional(),
    planned: z.number(),
    skipped: z.number(),
  }),
});
export type MailingRun = z.infer<typeof MailingRun>;

/** A run among those of all owners: wherever its id names something, its owner's does too. */
export type RunRef = Pick<MailingRun, "ownerId" | "id">;

/** The name of a run among those of all owners, for leases and maps. */
export function runNameOf({ ownerId, id }: RunRef): string {
  return `${ownerId}/${id}`;
}

/** Whether a run is one of a mailing's. */
export function isRunOf(
  { ownerId, mailingId }: Pick<MailingRun, "ownerId" | "mailingId">,
  mailing: MailingRef,
): boolean {
  return isSameMailing(mailing, { ownerId, id: mailingId });
}

/** The id of a mailing's run: the same for the same occurrence, whoever starts it. */
export function runIdOf(mailingId: string, dueAt: Date): string {
  return `${mailingId}-${dueAt.getTime().toString(36)}`;
}

/** Whether there is still something to do for the run. */
export function isActive(run: Pick<MailingRun, "state">): boolean {
  return run.state === "planning" || run.state === "sending";
}

/** What pages show of a run: how far it has come, or what holds it. */
export type ShownRunState = RunState | "paused" | "switched off";

/** The state of a run to show people. */
export function shownRunState(
  run: Pick<MailingRun, "state">,
  mailing: Pick<MailingSettings, "status" | "switchedOff">,
): ShownRunState {
  if (!isActive(run)) return run.state;
  const status = shownStatus(mailing);
  if (status === "switched off" || status === "paused") return status;
  return status === "cancelled" ? "cancelled" : run.state;
}

/** What became of a run's recipients so far, in numbers of people. */
export interface RunTotals {
  planned: number;
  delivered: number;
  refused: number;
  /** Given up on after the last try. */
  expired: number;
  /** Not mailed: unsubscribed or deleted by then, or the run was over before their turn. */
  skipped: number;
  /** Still in the queue, tried or not. */
  waiting: number;
}

/** How many of a run's recipients are settled, and how many of these were not reached. */
export function settledIn(
  { delivered, refused, expired }: RunTotals,
): Omit<Settled, "blocks"> {
  const failed = refused + expired;
  return { settled: delivered + failed, failed };
}
