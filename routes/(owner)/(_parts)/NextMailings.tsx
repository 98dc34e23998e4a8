import { Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { NextMailing } from "../../../web/overview.ts";

/** When and where a moment is read. */
export interface Reading {
  now: Date;
  zone: string;
}

/** What goes out next, soonest first. */
export function NextMailings(
  { mailings, time }: { mailings: readonly NextMailing[]; time: Reading },
) {
  return (
    <section aria-labelledby="next-mailings">
      <h2 id="next-mailings" class="mb-4 text-17 font-semibold">
        Going out next
      </h2>
      <Table
        caption="Mailings that go out next"
        rows={mailings}
        rowKey={({ mailing }) => mailing.id}
        columns={[
          {
            header: "Mailing",
            kind: "name",
            cell: ({ mailing }) => (
              <TableLink href={`/mailings/${mailing.id}`}>
                {mailing.name}
              </TableLink>
            ),
          },
          {
            header: "Starts",
            kind: "state",
            cell: ({ dueAt }) => <Time at={dueAt} {...time} />,
          },
          {
            header: "At",
            kind: "time",
            cell: ({ dueAt }) => <Time at={dueAt} {...time} exact />,
          },
        ]}
      />
    </section>
  );
}
