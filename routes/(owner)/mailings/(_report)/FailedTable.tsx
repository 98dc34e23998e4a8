import { Pagination } from "../../../../components/Pagination.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { Reason } from "../../../../core/attempts/reason.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { Page } from "../../../../core/storage/mod.ts";
import { listHref } from "../../../../web/list_href.ts";
import { PersonCell } from "../(_parts)/PersonCell.tsx";
import { ShortTime } from "./ShortTime.tsx";

/** A page of those who were not reached. */
export interface FailedTableProps {
  failed: Page<MailingAttempt>;
  title: string;
  /** The report's own address. */
  path: string;
  /** The reason they have in common, if one was asked for. */
  shown: Reason | undefined;
  t: Catalogue;
}

/** Those who were not reached, with the mail server's answer. */
export function FailedTable(
  { failed, title, path, shown, t }: FailedTableProps,
) {
  const words = t.reports;
  const at = (cursor: string | undefined) =>
    cursor && `${listHref(path, { reason: shown, at: cursor })}#failed`;
  return (
    <section id="failed" aria-labelledby="failed-title">
      <div class="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="failed-title" class="text-17 font-semibold">
          {shown ? words.failedFor(words.reasons[shown]) : title}
        </h2>
        {shown && (
          <a
            href={`${path}#failed`}
            class="text-mark underline-offset-4 hover:underline print:hidden"
          >
            {words.showAll}
          </a>
        )}
      </div>
      {failed.items.length === 0
        ? <p class="text-faded">{words.nobodyFailed}</p>
        : (
          <Table
            caption={title}
            columns={columns(t)}
            rows={failed.items}
            rowKey={({ id }) => id}
          />
        )}
      <div class="print:hidden">
        <Pagination previous={at(failed.previous)} next={at(failed.next)} />
      </div>
    </section>
  );
}

function columns(t: Catalogue): Column<MailingAttempt>[] {
  const { columns: headers, reasons } = t.reports;
  return [
    {
      header: headers.client,
      kind: "name",
      cell: (attempt) => <PersonCell {...attempt} />,
    },
    {
      header: headers.reason,
      kind: "text",
      cell: ({ reason = "other" }) => reasons[reason],
    },
    { header: headers.answer, kind: "text", cell: ({ reply }) => reply },
    { header: headers.tries, kind: "number", cell: ({ number }) => number },
    {
      header: headers.time,
      kind: "time",
      cell: ({ at }) => <ShortTime at={at} />,
    },
  ];
}
