import type { Core } from "../core/core.ts";
import type { DeliveryReport, RunReport } from "../core/delivery/delivery.ts";
import type { Halt } from "../core/mailings/mailing.ts";
import { catalogueOf } from "../core/i18n/catalogue.ts";
import type { ExitCode } from "./command.ts";
import { counted, say } from "./terminal.ts";
import { when } from "./when.ts";

/** Tells what a round of delivering did. */
export async function reportRun(
  core: Core,
  report: DeliveryReport,
  { json, stopped }: { json: boolean; stopped: boolean },
): Promise<ExitCode> {
  const halts = await haltsAmong(core, report.runs);
  if (json) say(JSON.stringify(await jsonOf(core, report)));
  else {
    for (const run of report.runs) say(lineOf(run, await nameOf(core, run)));
    if (report.runs.length === 0) say(await sentenceOfNothing(core));
    for (const sentence of halts) say(sentence);
    const onWaiting = sentenceOfWaiting(report, { stopped });
    if (onWaiting) say(onWaiting);
  }
  return isHeldUp(report, { stopped }) || halts.length > 0 ? 1 : 0;
}

/** Whether messages wait because the mail service took nothing of what was due, or nobody could hand it over. */
export function isHeldUp(
  { runs, trouble, handed }: DeliveryReport,
  { stopped }: { stopped: boolean },
): boolean {
  const tookNothing = handed.unavailable > 0 &&
    handed.delivered + handed.refused === 0;
  return waitingIn(runs) > 0 &&
    (stopped || trouble !== undefined || tookNothing);
}

/** A run and its numbers in one line. */
export function lineOf({ totals }: RunReport, name: string): string {
  const { planned, delivered, refused, expired, skipped, waiting } = totals;
  const parts = [
    `${delivered.toLocaleString("en")} of ${
      counted(planned, "message")
    } delivered`,
    [refused, "refused"],
    [expired, "given up"],
    [waiting, "waiting for another try"],
    [skipped, "left out"],
  ] as const;
  const told = parts.map((part) => {
    if (typeof part === "string") return part;
    return part[0] > 0 ? `${part[0].toLocaleString("en")} ${part[1]}` : "";
  });
  return `${name}: ${told.filter(Boolean).join(", ")}.`;
}

/** What a run's mailing and its owner are called. */
export async function nameOf(
  core: Core,
  { run: { ownerId, mailingId, from } }: RunReport,
): Promise<string> {
  const mailing = await core.mailings.of(ownerId).findAny(mailingId);
  return `${mailing?.name ?? "A deleted mailing"} (${from.name})`;
}

/** A sentence for each run that was stopped because too much of it failed. */
async function haltsAmong(
  core: Core,
  reports: readonly RunReport[],
): Promise<string[]> {
  const sentences: string[] = [];
  for (const report of reports) {
    const { ownerId, mailingId } = report.run;
    const halt = (await core.mailings.of(ownerId).find(mailingId))?.halted;
    if (!halt || report.totals.waiting === 0) continue;
    const name = await nameOf(core, report);
    const onOwner = await core.delivery.wasTold(halt)
      ? "Its owner was told and can resume it."
      : "Its owner could not be told by mail yet, and can resume it.";
    sentences.push(`${name} was stopped: ${groundsOf(halt)}. ${onOwner}`);
  }
  return sentences;
}

function groundsOf({ failed, settled, reason, blocked }: Halt): string {
  const why = catalogueOf("en").reports.reasons[reason];
  return blocked
    ? `mail servers take nothing from its sender (${why}: ${blocked.reply}), ${
      counted(blocked.waiting, "message")
    } wait`
    : `${failed} of ${counted(settled, "message")} failed (${why})`;
}

async function viewOf(core: Core, { run, totals, nextTryAt }: RunReport) {
  const { id, ownerId, mailingId, dueAt, startedAt, finishedAt, state } = run;
  const mailing = await core.mailings.of(ownerId).findAny(mailingId);
  return {
    id,
    mailing: { id: mailingId, name: mailing?.name ?? null },
    owner: run.from.replyTo,
    halted: mailing?.halted ?? null,
    dueAt,
    startedAt,
    finishedAt: finishedAt ?? null,
    state,
    totals,
    nextTryAt: nextTryAt ?? null,
  };
}

async function jsonOf(core: Core, report: DeliveryReport) {
  const { runs, handed, trouble = null, setback = null } = report;
  const next = await nextDue(core);
  return {
    runs: await Promise.all(runs.map((run) => viewOf(core, run))),
    handed,
    trouble,
    setback,
    waiting: waitingIn(runs),
    nextDueAt: next?.nextDueAt ?? null,
  };
}

function waitingIn(runs: readonly RunReport[]): number {
  return runs.reduce((sum, { totals }) => sum + totals.waiting, 0);
}

async function nextDue(core: Core) {
  const { items: [next] } = await core.mailings.everywhere()
    .list({ index: "byDue", limit: 1 });
  return next;
}

async function sentenceOfNothing(core: Core): Promise<string> {
  const next = await nextDue(core);
  if (!next?.nextDueAt) return "Nothing is due. Nothing is planned.";
  const at = when(next.nextDueAt, next.schedule?.timeZone);
  return `Nothing is due. The next mailing goes out ${at}.`;
}

/** What is to be known of the messages that wait, if any are to be tried again. */
export function sentenceOfWaiting(
  report: DeliveryReport,
  { stopped }: { stopped: boolean },
): string | undefined {
  const { trouble, setback, runs } = report;
  const waiting = waitingIn(runs);
  const wait = `${counted(waiting, "message")} of ${
    counted(runs.length, "mailing")
  } wait${waiting === 1 ? "s" : ""}`;
  const onward = `${
    waiting === 1 ? "It goes" : "They go"
  } out with the next runmailing or a running server.`;
  if (!isHeldUp(report, { stopped })) return sentenceOfNextTry(runs);
  if (stopped) return `Stopped. ${wait}. ${onward}`;
  if (!trouble) {
    const why = setback?.replace(/\.?$/, "") ?? "it took nothing";
    return `The mail service is in trouble: ${why}. ${wait}. ${onward}`;
  }
  return `Mail is held back: ${trouble.reason}. ${wait}; it is tried again ${
    when(trouble.until)
  }. ${onward}`;
}

function sentenceOfNextTry(runs: readonly RunReport[]): string | undefined {
  const [next] = runs.flatMap(({ nextTryAt }) => nextTryAt ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  return next &&
    `What waits is tried again from ${
      when(next)
    } on, with the next runmailing or by a running server.`;
}
