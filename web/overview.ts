import type { Core } from "../core/core.ts";
import { isLive, type MailingSettings } from "../core/mailings/mailing.ts";
import {
  isActive,
  type MailingRun,
  type RunTotals,
} from "../core/mailings/run.ts";
import { type OwnCounts, ownCounts } from "./own_counts.ts";

const LOOKED_AT = 30;
const SHOWN = 5;

/** A run with its mailing and how far it has come. */
export interface ShownRun {
  mailing: MailingSettings;
  run: MailingRun;
  totals: RunTotals;
}

/** A mailing and when it goes out next. */
export interface NextMailing {
  mailing: MailingSettings;
  dueAt: Date;
}

/** What an owner wants to know first. */
export interface Overview {
  counts: OwnCounts;
  /** Going out now. */
  now: ShownRun[];
  /** Going out next, soonest first. */
  next: NextMailing[];
  /** Over, latest first. */
  finished: ShownRun[];
}

/** Gathers what an owner wants to know first, from the newest mailings and those under way. */
export async function overviewOf(
  core: Core,
  ownerId: string,
): Promise<Overview> {
  const [counts, mailings] = await Promise.all([
    ownCounts(core, ownerId),
    candidates(core, ownerId),
  ]);
  const runs = (await Promise.all(
    mailings.map((mailing) => latestRuns(core, mailing)),
  )).flat();
  const now = runs.filter(({ run }) => isActive(run));
  const finished = runs.filter(({ run }) => run.finishedAt !== undefined)
    .sort((a, b) => instantOf(b) - instantOf(a)).slice(0, SHOWN);
  return {
    counts,
    now: await withTotals(core, now),
    next: nextOf(mailings),
    finished: await withTotals(core, finished),
  };
}

async function candidates(
  core: Core,
  ownerId: string,
): Promise<MailingSettings[]> {
  const own = core.mailings.of(ownerId);
  const pages = await Promise.all([
    own.list({ limit: LOOKED_AT }),
    own.list({ status: "running", limit: LOOKED_AT }),
    own.list({ status: "scheduled", limit: LOOKED_AT }),
  ]);
  const all = pages.flatMap(({ items }) => items);
  return [...new Map(all.map((mailing) => [mailing.id, mailing])).values()];
}

async function latestRuns(
  core: Core,
  mailing: MailingSettings,
): Promise<Omit<ShownRun, "totals">[]> {
  const runs = core.runs.of(mailing.ownerId);
  const { items } = await runs.list(mailing.id, { limit: 2 });
  return items.map((run) => ({ mailing, run }));
}

function withTotals(
  core: Core,
  runs: Omit<ShownRun, "totals">[],
): Promise<ShownRun[]> {
  return Promise.all(runs.map(async (shown) => ({
    ...shown,
    totals: await core.delivery.totals(shown.run),
  })));
}

function nextOf(mailings: MailingSettings[]): NextMailing[] {
  return mailings
    .flatMap((mailing) =>
      isLive(mailing) && mailing.nextDueAt
        ? [{ mailing, dueAt: mailing.nextDueAt }]
        : []
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, SHOWN);
}

function instantOf({ run }: { run: MailingRun }): number {
  return run.finishedAt?.getTime() ?? 0;
}
