import { Conflict } from "../errors.ts";
import type { MailingText } from "../messages/message.ts";
import type { Transaction } from "../storage/mod.ts";
import type { MailingSettings } from "./mailing.ts";
import type { MailingRun, RunRef, Settled } from "./run.ts";
import type { Runs } from "./runs.ts";
import { instantOf } from "./schedule.ts";

/** What is known of a mailing's runs and its message when it goes on. */
export interface ResumptionParts {
  runs: Pick<Runs, "of" | "activeOf">;
  /** How far a run has come by now. */
  settledOf: (run: RunRef) => Promise<Settled>;
  /** An owner's message of that id, if there is one. */
  textOf: (ownerId: string, textId: string) => Promise<MailingText | undefined>;
}

/** What an owner has to choose before a mailing goes on. */
export interface Resumption {
  /** The only time of a mailing that goes out once, if it passed without a run. */
  overdue?: Date;
  /** The message as it is now, if some are still to get it as it was when the run began. */
  edited?: MailingText;
}

/** What an owner chose. */
export interface ResumptionChoice {
  /** Sends what is overdue now. */
  overdue?: "send" | undefined;
  /** Which text those get who are left of a run. */
  text?: "kept" | "edited" | undefined;
}

/** What is to be chosen before a mailing goes on. */
export async function resumptionOf(
  { runs, textOf }: ResumptionParts,
  mailing: MailingSettings,
  now: Date,
): Promise<Resumption> {
  const { ownerId, id, schedule, textId } = mailing;
  const [run] = await runs.activeOf(ownerId, id);
  if (run) {
    const text = textId && await textOf(ownerId, textId);
    return text && isEdited(run, text) ? { edited: text } : {};
  }
  if (schedule?.repeat !== "once") return {};
  const startsAt = instantOf(schedule.startsAt, schedule.timeZone);
  if (startsAt > now) return {};
  const { items } = await runs.of(ownerId).list(id, { limit: 1 });
  return items.length === 0 ? { overdue: startsAt } : {};
}

/** `Conflict` where something is to be chosen that was not. */
export function assertChosen(
  { overdue, edited }: Resumption,
  choice: ResumptionChoice,
): void {
  if (overdue && !choice.overdue) {
    throw new Conflict(
      "Its time passed while it was held. Send it now, or choose another time.",
    );
  }
  if (edited && !choice.text) {
    throw new Conflict(
      "The message was edited meanwhile. Choose which text the rest is to get.",
    );
  }
}

/** Lets a mailing's runs go on in spite of what failed so far; says whether there are any. */
export async function pardonRuns(
  { runs, settledOf }: ResumptionParts,
  { mailing: { ownerId, id }, edited, now }: {
    mailing: Pick<MailingSettings, "ownerId" | "id">;
    /** The text of those who are left, if it is another one from now on. */
    edited?: MailingText | undefined;
    now: Date;
  },
  tx: Transaction,
): Promise<boolean> {
  const active = await runs.activeOf(ownerId, id, tx);
  for (const run of active) {
    const pardoned = await settledOf(run);
    await runs.of(ownerId).update(run.id, (old) => ({
      ...(edited ? withText(old, { edited, now }) : old),
      pardoned,
    }), tx);
  }
  return active.length > 0;
}

/** Whether a message reads otherwise now than when a run took it. */
export function isEdited(
  { text }: Pick<MailingRun, "text">,
  { subject, body }: Pick<MailingText, "subject" | "body">,
): boolean {
  return text.subject !== subject || text.body !== body;
}

function withText(
  run: MailingRun,
  { edited: { subject, body }, now: until }: {
    edited: MailingText;
    now: Date;
  },
): MailingRun {
  const earlier = { subject: run.text.subject, until };
  return {
    ...run,
    text: { subject, body },
    earlierTexts: [...run.earlierTexts ?? [], earlier],
  };
}
