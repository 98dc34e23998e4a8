import { Table } from "../../../components/Table.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { NextMailing } from "../../../web/overview.ts";

/** When and where a moment is read. */
export interface Reading {
  now: Date;
  zone: string;
}

/** What goes out next, soonest first. */
export function NextMailings(
  { mailings, time, words }: {
    mailings: readonly NextMailing[];
    time: Reading;
    words: Catalogue["overview"];
  },
) {
  const { columns } = words;
  return (
    <section aria-labelledby="next-mailings">
      <h2 id="next-mailings" class="mb-4 text-17 font-semibold">
        {words.next}
      </h2>
      <Table
        caption={words.nextCaption}
        rows={mailings}
        rowKey={({ mailing }) => mailing.id}
        columns={[
          {
            header: columns.mailing,
            kind: "name",
            cell: ({ mailing }) => (
              <TableLink href={`/mailings/${mailing.id}`}>
                {mailing.name}
              </TableLink>
            ),
          },
          {
            header: columns.starts,
            kind: "state",
            cell: ({ dueAt }) => <Time at={dueAt} {...time} />,
          },
          {
            header: columns.at,
            kind: "time",
            cell: ({ dueAt }) => <Time at={dueAt} {...time} exact />,
          },
        ]}
      />
    </section>
  );
}
