import { Count } from "../../../../components/Count.tsx";
import { dateFormat, numberFormat } from "../../../../components/formats.ts";
import { type Reading, useReader } from "../../../../components/reader.ts";
import { Sheet } from "../../../../components/Sheet.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Timeline } from "../../../../components/Timeline.tsx";
import { useWords } from "../../../../components/words.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingRun, RunTotals } from "../../../../core/mailings/run.ts";
import { whenInWords } from "./reader_words.ts";

/** A run and its numbers. */
export interface CountedRun {
  run: MailingRun;
  totals: RunTotals;
}

/** A mailing's runs beside each other, as a chart and as a table; newest first. */
export function RunsCompared(
  { runs, t }: { runs: readonly CountedRun[]; t: Catalogue },
) {
  const reader = useReader();
  const { compared } = t.reports;
  return (
    <>
      {runs.length > 1 && (
        <Sheet title={compared}>
          <Chart runs={runs} t={t} />
        </Sheet>
      )}
      <section aria-labelledby="runs-title">
        <h2 id="runs-title" class="mb-4 text-17 font-semibold">
          {t.reports.facts.runs}
        </h2>
        <Table
          caption={t.reports.facts.runs}
          columns={columns(reader, t)}
          rows={runs}
          rowKey={({ run }) => run.id}
        />
      </section>
    </>
  );
}

function Chart({ runs, t }: { runs: readonly CountedRun[]; t: Catalogue }) {
  const { locale, zone } = useReader();
  const { states } = useWords();
  const { comparedCaption, columns, waiting } = t.reports;
  const label = dateFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  });
  return (
    <Timeline
      caption={comparedCaption}
      buckets={runs.toReversed().map(({ run, totals }) => ({
        label: label.format(run.dueAt),
        delivered: totals.delivered,
        deferred: run.state === "cancelled" ? 0 : totals.waiting,
        refused: totals.refused + totals.expired,
      }))}
      labels={{
        time: columns.run,
        delivered: states.delivered,
        deferred: waiting,
        refused: columns.failed,
      }}
    />
  );
}

function columns(reader: Reading, t: Catalogue): Column<CountedRun>[] {
  const headers = t.reports.columns;
  const percent = numberFormat(reader.locale, {
    maximumFractionDigits: 1,
  });
  return [
    {
      header: headers.run,
      kind: "name",
      cell: ({ run }) => (
        <TableLink href={`/mailings/${run.mailingId}/runs/${run.id}/report`}>
          {whenInWords(run.dueAt, reader)}
        </TableLink>
      ),
    },
    {
      header: headers.recipients,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.planned + totals.skipped} />,
    },
    {
      header: headers.delivered,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.delivered} />,
    },
    {
      header: headers.failed,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.refused + totals.expired} />,
    },
    {
      header: headers.share,
      kind: "number",
      cell: ({ totals: { planned, skipped, delivered } }) =>
        percent.format(delivered / Math.max(1, planned + skipped) * 100),
    },
  ];
}
