import { Count } from "../../../../../components/Count.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { type Column, Table } from "../../../../../components/Table.tsx";
import { Time } from "../../../../../components/Time.tsx";
import type {
  Condition,
  WatchedRun,
} from "../../../../../core/delivery/watch.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** The runs under way: how much of each waits, and how much workers have in hand. */
export function ActiveRuns(
  { condition: { runs, hasMore }, now, t }: {
    condition: Condition;
    now: Date;
    t: Catalogue;
  },
) {
  const words = t.admin.system;
  return (
    <section>
      <h2 class="mb-3 text-17 font-semibold">{words.queue}</h2>
      {runs.length === 0
        ? (
          <p class="rounded border bg-sheet px-5 py-4 text-faded">
            {words.noRuns}
          </p>
        )
        : (
          <Table
            caption={words.queue}
            columns={columns(now, t)}
            rows={runs}
            rowKey={({ run }) => run.id}
          />
        )}
      {hasMore && (
        <p class="mt-3 text-13 text-faded">{words.moreRuns(runs.length)}</p>
      )}
    </section>
  );
}

function columns(now: Date, t: Catalogue): Column<WatchedRun>[] {
  const words = t.admin.system;
  return [
    {
      header: words.mailing,
      kind: "name",
      cell: ({ mailing, owner }) => (
        <>
          {mailing ?? words.none}
          <span class="block text-13 font-normal text-faded">
            {owner?.name}
          </span>
        </>
      ),
    },
    {
      header: words.state,
      kind: "state",
      cell: ({ state }) => <Status state={state} />,
    },
    {
      header: words.waiting,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.waiting} />,
    },
    {
      header: words.delivered,
      kind: "number",
      cell: ({ totals }) => <Count value={totals.delivered} />,
    },
    {
      header: words.shards,
      kind: "number",
      cell: ({ parts }) => (
        <>
          <Count value={parts.held} /> / <Count value={parts.left} />
        </>
      ),
    },
    {
      header: words.started,
      kind: "time",
      wideOnly: true,
      cell: ({ run }) => <Time at={run.startedAt} now={now} />,
    },
  ];
}
