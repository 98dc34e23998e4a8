import type { Core } from "../../../../core/core.ts";
import type { KnownDoor } from "../../../../core/delivery/known_doors.ts";
import { NotFound } from "../../../../core/errors.ts";
import {
  isDue,
  type MailingSettings,
} from "../../../../core/mailings/mailing.ts";
import {
  type MailingRun,
  runIdOf,
  type ShownRunState,
  shownRunState,
} from "../../../../core/mailings/run.ts";

/** How far a run has come, in numbers of people. */
export interface RunProgress {
  state: ShownRunState;
  recipients: number;
  delivered: number;
  waiting: number;
  refused: number;
  /** Given up on after the last try. */
  expired: number;
  /** Passed over, for whatever reason. */
  skipped: number;
  /** What holds the mail back, while the run goes on. */
  heldBack?: KnownDoor | undefined;
}

/** The progress of a run that is about to begin. */
export const BEGINNING: RunProgress = {
  state: "planning",
  recipients: 0,
  delivered: 0,
  waiting: 0,
  refused: 0,
  expired: 0,
  skipped: 0,
};

/** A run with the mailing that it belongs to. */
export interface RunOfMailing {
  mailing: MailingSettings;
  run: MailingRun;
}

/** What an address of a run says. */
export interface RunAddress {
  ownerId: string;
  /** The mailing's. */
  id: string;
  runId: string;
}

/** The run that an address names, if mailing and run are the owner's and belong together. */
export async function findRun(
  core: Core,
  { ownerId, id, runId }: RunAddress,
): Promise<RunOfMailing> {
  const mailing = await core.mailings.of(ownerId).get(id);
  const run = await core.runs.of(ownerId).get(runId);
  if (run.mailingId !== id) throw new NotFound("There is no such run.");
  return { mailing, run };
}

/** How far a run has come, as people read it. */
export async function progressOf(
  core: Core,
  { mailing, run }: RunOfMailing,
): Promise<RunProgress> {
  const { planned, ...totals } = await core.delivery.totals(run);
  const state = shownRunState(run, mailing);
  const isGoing = state === "planning" || state === "sending";
  return {
    state,
    recipients: planned + totals.skipped,
    ...totals,
    heldBack: isGoing ? await core.watch.closedDoorOf(run.ownerId) : undefined,
  };
}

/** How far the run at an address has come, be it only about to begin; `NotFound` without one. */
export async function progressAt(
  core: Core,
  address: RunAddress,
): Promise<RunProgress> {
  if (await isBeginning(core, address)) return BEGINNING;
  return await progressOf(core, await findRun(core, address));
}

/** Whether the run at an address is due but has not begun: workers take a moment. */
export async function isBeginning(
  core: Core,
  { ownerId, id, runId }: RunAddress,
): Promise<boolean> {
  const mailing = await core.mailings.of(ownerId).get(id);
  return dueRunId(mailing, core.store.now()) === runId &&
    !await core.runs.of(ownerId).find(runId);
}

/** The id of the run that is about to begin, if the mailing's time has come. */
export function dueRunId(
  mailing: MailingSettings,
  now: Date,
): string | undefined {
  const { id, nextDueAt } = mailing;
  return nextDueAt && isDue(mailing, now) ? runIdOf(id, nextDueAt) : undefined;
}
