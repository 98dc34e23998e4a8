import { type Column, Table } from "../../../../components/Table.tsx";
import { type Reading, useReader } from "../../../../components/reader.ts";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { PersonCell } from "../(_parts)/PersonCell.tsx";
import { tookInWords } from "./reader_words.ts";
import { ShortTime } from "./ShortTime.tsx";

/** The deliveries of a run that took longest. */
export interface SlowestTableProps {
  slowest: readonly MailingAttempt[];
  /** When the run began. */
  since: Date;
  t: Catalogue;
}

/** Those who got their message last of all, and how long it took. */
export function SlowestTable({ slowest, since, t }: SlowestTableProps) {
  const reader = useReader();
  const words = t.reports;
  return (
    <section aria-labelledby="slowest-title">
      <div class="mb-4">
        <h2 id="slowest-title" class="text-17 font-semibold">
          {words.slowest}
        </h2>
        <p class="text-13 text-faded">{words.slowestHelp}</p>
      </div>
      <Table
        caption={words.slowest}
        columns={columns(since, { t, reader })}
        rows={slowest}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function columns(
  since: Date,
  { t, reader }: { t: Catalogue; reader: Reading },
): Column<MailingAttempt>[] {
  const headers = t.reports.columns;
  return [
    {
      header: headers.client,
      kind: "name",
      cell: (attempt) => <PersonCell {...attempt} />,
    },
    {
      header: headers.took,
      kind: "number",
      cell: ({ at }) => tookInWords(at.getTime() - since.getTime(), reader),
    },
    { header: headers.tries, kind: "number", cell: ({ number }) => number },
    {
      header: headers.time,
      kind: "time",
      cell: ({ at }) => <ShortTime at={at} />,
    },
  ];
}
