import { hasEnded } from "../../../../components/run_progress.ts";
import type { Core } from "../../../../core/core.ts";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import {
  isEdited,
  type Resumption,
} from "../../../../core/mailings/resumption.ts";
import { isActive, type MailingRun } from "../../../../core/mailings/run.ts";
import type { MailingText } from "../../../../core/messages/message.ts";
import type { User } from "../../../../core/users/user.ts";
import { fieldsOf } from "./fields.ts";
import {
  BEGINNING,
  dueRunId,
  progressOf,
  type RunProgress,
} from "./run_progress.ts";
import { summarize } from "./summarize.ts";
import type { Voice } from "./words.ts";

const SHOWN_RUNS = 20;

/** A run with its numbers. */
export interface RunWithProgress {
  run: MailingRun;
  progress: RunProgress;
}

/** All that a mailing's page shows. */
export interface MailingView {
  mailing: MailingSettings;
  text: MailingText | undefined;
  /** How many people it reaches now, in words. */
  people: string;
  /** The next sending times in words. */
  times: string[];
  /** The words of a draft's button. */
  launchWords: string;
  runs: RunWithProgress[];
  next: string | undefined;
  previous: string | undefined;
  /** The run that is going on, or about to begin. */
  going: { id: string; dueAt: Date; progress: RunProgress } | undefined;
  now: Date;
  /** What is to be chosen before it goes on; nothing unless it is paused. */
  resumption: Resumption;
  /** Whether the message reads otherwise now than when the run that goes on began. */
  isEdited: boolean;
}

interface Looking extends Voice {
  core: Core;
  user: User;
  cursor: string | undefined;
}

/** Looks up an owner's mailing with everything around it. */
export async function lookUpMailing(
  id: string,
  { cursor, ...looking }: Looking,
): Promise<MailingView> {
  const { core, user } = looking;
  const mailing = await core.mailings.of(user.id).get(id);
  const { textId } = mailing;
  const page = await core.runs.of(user.id)
    .list(id, { cursor, limit: SHOWN_RUNS });
  const runs = await Promise.all(page.items.map(async (run) => ({
    run,
    progress: await progressOf(core, { run, mailing }),
  })));
  const now = core.store.now();
  const own = core.mailings.of(user.id);
  const text = textId
    ? await core.messages.of(user.id).find(textId)
    : undefined;
  const active = runs.find(({ run }) => isActive(run))?.run;
  return {
    mailing,
    text,
    resumption: mailing.status === "paused" ? await own.resumption(id) : {},
    isEdited: active !== undefined && text !== undefined &&
      isEdited(active, text),
    ...await wordsOf(mailing, looking),
    runs,
    next: page.next,
    previous: page.previous,
    going: goingOn(mailing, runs, now),
    now,
  };
}

function goingOn(
  mailing: MailingSettings,
  runs: readonly RunWithProgress[],
  now: Date,
): MailingView["going"] {
  const active = runs.find(({ progress }) => !hasEnded(progress));
  if (active) {
    return {
      id: active.run.id,
      dueAt: active.run.dueAt,
      progress: active.progress,
    };
  }
  const id = dueRunId(mailing, now);
  const { nextDueAt: dueAt } = mailing;
  return id && dueAt ? { id, dueAt, progress: BEGINNING } : undefined;
}

async function wordsOf(
  mailing: MailingSettings,
  looking: Omit<Looking, "cursor">,
): Promise<Pick<MailingView, "people" | "times" | "launchWords">> {
  const { user } = looking;
  const fields = fieldsOf(mailing, { user, clientIds: undefined });
  const summary = await summarize(fields, { ...looking, mailing });
  return {
    people: summary.people,
    times: summary.times,
    launchWords: summary.action,
  };
}
