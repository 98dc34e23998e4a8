import type { Core } from "../core/core.ts";
import type { DeliveryReport, RunReport } from "../core/delivery/delivery.ts";
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
  const next = await nextDue(core);
  const waiting = report.runs.reduce(
    (sum, { totals }) => sum + totals.waiting,
    0,
  );
  const isUnavailable = report.trouble !== undefined ||
    report.handed.unavailable > 0;
  const halts = await haltsAmong(core, report.runs);
  const isHeldUp = waiting > 0 && (isUnavailable || stopped);
  const code = isHeldUp || halts.length > 0 ? 1 : 0;
  if (json) {
    say(JSON.stringify({
      runs: await Promise.all(report.runs.map((run) => viewOf(core, run))),
      handed: report.handed,
      trouble: report.trouble ?? null,
      setback: report.setback ?? null,
      waiting,
      nextDueAt: next?.nextDueAt ?? null,
    }));
    return code;
  }
  for (const run of report.runs) say(lineOf(run, await nameOf(core, run)));
  if (report.runs.length === 0) {
    say(
      `Nothing is due. ${next ? sentenceOfNext(next) : "Nothing is planned."}`,
    );
  }
  for (const sentence of halts) say(sentence);
  if (isHeldUp) say(sentenceOfWaiting(report, { waiting, stopped }));
  return code;
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
    [skipped, "unsubscribed and left out"],
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
    const { failed, settled, reason } = halt;
    const why = catalogueOf("en").reports.reasons[reason];
    sentences.push(
      `${await nameOf(core, report)} was stopped: ${failed} of ${
        counted(settled, "message")
      } failed (${why}). Its owner was told and can resume it.`,
    );
  }
  return sentences;
}

async function viewOf(core: Core, { run, totals }: RunReport) {
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
  };
}

async function nextDue(core: Core) {
  const { items: [next] } = await core.mailings.everywhere()
    .list({ index: "byDue", limit: 1 });
  return next;
}

type Next = NonNullable<Awaited<ReturnType<typeof nextDue>>>;

function sentenceOfNext({ nextDueAt, schedule }: Next): string {
  if (!nextDueAt) return "Nothing is planned.";
  return `The next mailing goes out ${when(nextDueAt, schedule?.timeZone)}.`;
}

function sentenceOfWaiting(
  { trouble, setback, runs }: DeliveryReport,
  { waiting, stopped }: { waiting: number; stopped: boolean },
): string {
  const wait = `${counted(waiting, "message")} of ${
    counted(runs.length, "mailing")
  } wait${waiting === 1 ? "s" : ""}`;
  const onward = "They go out with the next runmailing or a running server.";
  if (stopped) return `Stopped. ${wait}. ${onward}`;
  if (!trouble) {
    const why = setback?.replace(/\.?$/, "") ?? "it took nothing";
    return `The mail service is in trouble: ${why}. ${wait}. ${onward}`;
  }
  return `Mail is held back: ${trouble.reason}. ${wait}; it is tried again ${
    when(trouble.until)
  }. ${onward}`;
}
