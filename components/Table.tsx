import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { useWords } from "./words.ts";

/**
 * What a column holds. On a phone a row is a card: `name` and `state` stand in its first line,
 * the others in the second, numbers with their header before them.
 */
export type ColumnKind = "name" | "state" | "text" | "number" | "time";

/** A column of a table. */
export interface Column<Row> {
  header: string;
  kind: ColumnKind;
  cell: (row: Row) => ComponentChildren;
  /** Left out below 1,280 px. */
  wideOnly?: boolean;
  /** On a phone it takes the last line of the card for itself. */
  ownLine?: boolean;
}

/** A table of things that have a name. */
export interface TableProps<Row> {
  /** Says what is listed, for those who listen. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Small buttons at the end of the row. */
  actions?: (row: Row) => ComponentChildren;
  actionsHeader?: string;
}

const CELLS: Record<ColumnKind, string> = {
  name: cx(
    "order-1 min-w-0 flex-1 basis-[55%] self-start font-medium [overflow-wrap:anywhere]",
    "md:w-[30%] md:min-w-[180px] print:!min-w-0",
  ),
  state: cx("order-2 self-start md:whitespace-nowrap"),
  text: cx(
    "order-5 min-w-0 flex-1 basis-[40%] text-13 text-faded [overflow-wrap:anywhere] md:min-w-[160px] md:text-15 print:!min-w-0",
  ),
  number: cx(
    "order-5 whitespace-nowrap text-13 tabular-nums text-faded md:text-right md:text-15 md:text-ink",
    "before:content-[attr(data-label)] before:mr-1 md:before:content-none",
  ),
  time: cx("order-5 whitespace-nowrap text-13 text-faded md:text-15"),
};

/** A dense table with a head that stays; on a phone each row is a card of two lines. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, rows, rowKey } = props;
  return (
    <div class="rounded border bg-sheet [overflow:clip]">
      <table role="table" class="block w-full md:table">
        <caption class="sr-only">{caption}</caption>
        <Head {...props} />
        <tbody role="rowgroup" class="block divide-y md:table-row-group">
          {rows.map((row) => <Line key={rowKey(row)} {...props} row={row} />)}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ columns, actions, actionsHeader }: TableProps<Row>) {
  const words = useWords();
  return (
    <thead role="rowgroup" class="sr-only md:not-sr-only md:table-header-group">
      <tr role="row">
        {columns.map(({ header, kind, wideOnly }) => (
          <th
            key={header}
            role="columnheader"
            scope="col"
            class={headClass(kind === "number", wideOnly)}
          >
            {header}
          </th>
        ))}
        {actions && (
          <th role="columnheader" scope="col" class={headClass(false)}>
            <span class="sr-only">{actionsHeader ?? words.actions}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function headClass(numeric: boolean, wideOnly = false): string {
  return cx(
    "px-3 py-2 text-13 font-medium text-faded whitespace-nowrap first:pl-4 last:pr-4",
    "md:sticky md:top-0 md:z-10 md:bg-sheet md:[box-shadow:inset_0_-1px_var(--rule)]",
    numeric ? "text-right" : "text-left",
    wideOnly && "hidden xl:table-cell",
  );
}

function Line<Row>({ columns, actions, row }: TableProps<Row> & { row: Row }) {
  return (
    <tr
      role="row"
      class={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-wash md:table-row",
        "before:order-3 before:w-full before:content-[''] md:before:content-none",
      )}
    >
      {columns.map(({ header, kind, cell, wideOnly, ownLine }) => (
        <td
          key={header}
          role="cell"
          data-label={kind === "number" ? header : undefined}
          class={cx(
            wideOnly
              ? "hidden xl:table-cell"
              // Nothing would still take a gap in the row of a card.
              : "block empty:hidden md:table-cell md:empty:table-cell",
            "md:h-10 md:px-3 md:py-1.5 md:first:pl-4 md:last:pr-4",
            CELLS[kind],
            ownLine && "!order-7 !basis-full",
          )}
        >
          {cell(row)}
        </td>
      ))}
      {actions && (
        <td
          role="cell"
          class="order-6 -my-1 ml-auto whitespace-nowrap text-right md:table-cell md:w-px md:py-1 md:pl-3 md:pr-2"
        >
          <div class="flex justify-end gap-1">{actions(row)}</div>
        </td>
      )}
    </tr>
  );
}
