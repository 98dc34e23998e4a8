import { z } from "zod";
import { Reason } from "../attempts/reason.ts";
import { singleLine } from "../text.ts";
import { Schedule } from "./schedule.ts";

const NOTHING_SOUGHT = "Type what to search for among your clients.";
const NO_MESSAGE = "Choose a message.";

/** What to do about a choice of nobody. */
export const NOBODY_CHOSEN = "Choose at least one client.";

/** The id of a mailing, made before the mailing is: whoever asks twice gets one. */
export const MailingId = z.uuid({
  error: "This form is not complete. Load the page again.",
});

/** Where a mailing stands in its life, as its owner left it. */
export const MailingStatus = z.enum([
  "draft",
  "scheduled",
  "running",
  "paused",
  "completed",
  "cancelled",
]);
export type MailingStatus = z.infer<typeof MailingStatus>;

/** What a mailing's page shows: its status, unless a manager has switched it off. */
export type ShownStatus = MailingStatus | "switched off";

/** Whom a mailing goes to. */
export const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everyone") }),
  /** All clients that match a search at the time of a run. */
  z.object({ kind: z.literal("search"), query: z.string() }),
  /** Clients chosen one by one; `listId` names the list of them. */
  z.object({
    kind: z.literal("chosen"),
    listId: z.string(),
    count: z.number(),
  }),
]);
export type Audience = z.infer<typeof Audience>;

/** Why a mailing stopped itself: how many were settled by then, and what failed. */
export const Halt = z.object({
  at: z.date(),
  settled: z.number(),
  failed: z.number(),
  /** The commonest one. */
  reason: Reason,
  /** Set where receivers take nothing from the sender: how many wait, and a receiver's answer. */
  blocked: z.object({ waiting: z.number(), reply: z.string() }).optional(),
  /** The mail that tells its owner. */
  noticeId: z.string().optional(),
});
export type Halt = z.infer<typeof Halt>;

/** A mailing: which message, to whom, when and how often; belongs to one owner. */
export const MailingSettings = z.object({
  id: z.string(),
  ownerId: z.string(),
  name: z.string(),
  /** The message; a draft may have none yet. */
  textId: z.string().optional(),
  audience: Audience,
  /** A draft may have none yet. */
  schedule: Schedule.optional(),
  status: MailingStatus,
  /** Set while a manager keeps the mailing from going out. */
  switchedOff: z.object({ at: z.date(), reason: z.string() }).optional(),
  /** Set while it is paused because too much of it failed. */
  halted: Halt.optional(),
  /** The next occurrence that was not yet turned into a run. */
  nextDueAt: z.date().optional(),
  /** What the clock showed that this was reckoned by. */
  reckonedAt: z.date().optional(),
  /** Occurrences that passed while nothing ran, and were not sent. */
  missed: z.number(),
  /** The last of them. */
  leftOut: z.array(z.date()).optional(),
  /** What a clock showed that was ahead, once what it passed over was given back. */
  clockAhead: z.date().optional(),
  /** Set once its deletion was asked for; it is then purged in batches. */
  deletedAt: z.date().optional(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type MailingSettings = z.infer<typeof MailingSettings>;

/** A mailing among those of all owners. */
export type MailingRef = Pick<MailingSettings, "ownerId" | "id">;

/** Whether two names are of one mailing. */
export function isSameMailing(a: MailingRef, b: MailingRef): boolean {
  return a.ownerId === b.ownerId && a.id === b.id;
}

const AudienceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everyone") }),
  z.object({
    kind: z.literal("search"),
    query: z.string({ error: NOTHING_SOUGHT }).trim()
      .min(1, { error: NOTHING_SOUGHT })
      .max(200, { error: "Shorten the search to 200 characters." }),
  }),
  z.object({
    kind: z.literal("chosen"),
    /** Absent: those chosen before stay, however many they are. */
    clientIds: z.array(z.string(), { error: NOBODY_CHOSEN }).optional(),
  }),
], { error: "Choose who is to receive it." });
export type AudienceInput = z.infer<typeof AudienceInput>;

/** What a person types to make or change a mailing. */
export const MailingInput = z.object({
  name: singleLine("a name for the mailing", 120),
  textId: z.string({ error: NO_MESSAGE }).min(1, { error: NO_MESSAGE })
    .optional(),
  audience: z.unknown().transform(asOneField),
  schedule: Schedule.optional(),
});
export type MailingInput = z.infer<typeof MailingInput>;

/** The status to show people. */
export function shownStatus(
  mailing: Pick<MailingSettings, "status" | "switchedOff">,
): ShownStatus {
  return mailing.switchedOff ? "switched off" : mailing.status;
}

/** Whether runs of this mailing may start and go on. */
export function isLive(mailing: MailingSettings): boolean {
  const goes = mailing.status === "scheduled" || mailing.status === "running";
  return goes && !mailing.switchedOff && !mailing.deletedAt;
}

/** Whether its next occurrence was left to the schedule: it is live, or came to its end. */
export function mayGoOut(mailing: MailingSettings): boolean {
  const isEnded = mailing.status === "completed" && !mailing.switchedOff &&
    !mailing.deletedAt;
  return isEnded || isLive(mailing);
}

/** Whether an occurrence is to be turned into a run. */
export function isDue(mailing: MailingSettings, now: Date): boolean {
  return isLive(mailing) && mailing.nextDueAt !== undefined &&
    mailing.nextDueAt <= now;
}

/** Whether the owner may change its settings now. */
export function isEditable(mailing: MailingSettings): boolean {
  return ["draft", "scheduled", "paused"].includes(mailing.status) &&
    !mailing.deletedAt;
}

/** Whether the mailing still needs its message and its clients. */
export function isUnfinished(mailing: MailingSettings): boolean {
  return !["completed", "cancelled"].includes(mailing.status) &&
    !mailing.deletedAt;
}

// Whatever is wrong with a part of the audience is shown at the one field for it.
function asOneField(
  input: unknown,
  context: z.RefinementCtx,
): AudienceInput {
  const result = AudienceInput.safeParse(input);
  if (result.success) return result.data;
  context.addIssue({
    code: "custom",
    message: result.error.issues[0]!.message,
  });
  return z.NEVER;
}
