import type { MailingAttempt } from "../../core/attempts/attempt.ts";
import type { Core } from "../../core/core.ts";
import type { RunTotals } from "../../core/mailings/run.ts";
import { type DueMailing, onStore } from "../journeys/due_mailing.ts";
import { TOWN } from "./server_kind.ts";

/** Opens the core as a command would, on a store file and a mail server. */
export function withEngine<T>(
  { path, mailUrl }: { path: string; mailUrl: URL },
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const settings = { MAIL_URL: mailUrl.href, MAIL_FROM: `news@${TOWN}` };
  return onStore(path, work, settings);
}

/** Sends like a worker that stays, until the mailing is finished; throws when that takes too long. */
export async function deliver(
  core: Core,
  mailing: DueMailing,
  seconds: number,
): Promise<RunTotals> {
  const ended = new AbortController();
  const working = core.delivery.stay(ended.signal);
  const deadline = performance.now() + seconds * 1_000;
  try {
    for (;;) {
      const { finished, totals } = await standing(core, mailing);
      if (finished) return totals;
      if (performance.now() > deadline) {
        throw new Error(
          `Not finished after ${seconds} s: ${JSON.stringify(totals)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    ended.abort();
    await working;
  }
}

/** How far the mailing's run has come. */
export async function standing(
  core: Core,
  { ownerId, id }: DueMailing,
): Promise<{ finished: boolean; totals: RunTotals }> {
  const [run] = await Array.fromAsync(core.runs.of(ownerId).iterateOf(id));
  if (!run) return { finished: false, totals: NOBODY };
  const totals = await core.delivery.totals(run);
  return { finished: run.state === "finished", totals };
}

/** Every try to deliver something of the mailing. */
export async function attemptsOf(
  core: Core,
  { ownerId, id }: DueMailing,
): Promise<MailingAttempt[]> {
  const attempts: MailingAttempt[] = [];
  for await (const run of core.runs.of(ownerId).iterateOf(id)) {
    for await (const record of core.attempts.of(ownerId).iterate(run.id)) {
      attempts.push(record);
    }
  }
  return attempts;
}

const NOBODY: RunTotals = {
  planned: 0,
  delivered: 0,
  refused: 0,
  expired: 0,
  skipped: 0,
  waiting: 0,
};
