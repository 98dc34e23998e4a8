import type { Core } from "../../../../core/core.ts";
import type { RunRecipient } from "../../../../core/delivery/recipients.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingRun } from "../../../../core/mailings/run.ts";
import { isoInZone } from "./reader_words.ts";

/** What a report as a file is made of. */
export interface ReportLines {
  core: Core;
  runs: Iterable<MailingRun> | AsyncIterable<MailingRun>;
  t: Catalogue;
  /** The reader's time zone. */
  zone: string;
}

/** The lines of a report: their names, then one for each recipient of each run. */
export async function* reportLines(
  { core, runs, t, zone }: ReportLines,
): AsyncGenerator<string[]> {
  const { run, name, email, outcome, reason, tries, answer, first, last } =
    t.reports.csv;
  yield [run, name, email, outcome, reason, tries, answer, first, last];
  for await (const run of runs) {
    const due = isoInZone(run.dueAt, zone);
    for await (const recipient of core.delivery.recipients(run)) {
      yield [due, ...cellsOf(recipient, { t, zone })];
    }
  }
}

function cellsOf(
  recipient: RunRecipient,
  { t, zone }: Pick<ReportLines, "t" | "zone">,
): string[] {
  const { name, email, outcome, reason, skipReason, tries, reply } = recipient;
  const time = (at: Date | undefined) => at ? isoInZone(at, zone) : "";
  return [
    name,
    email,
    t.common.states[outcome],
    skipReason
      ? t.runs.skipReasons[skipReason]
      : reason
      ? t.reports.reasons[reason]
      : "",
    String(tries),
    reply,
    time(recipient.firstAt),
    time(recipient.lastAt),
  ];
}
