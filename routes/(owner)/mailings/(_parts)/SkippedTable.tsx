import { type Column, Table } from "../../../../components/Table.tsx";
import type { SkippedClient } from "../../../../core/attempts/skipped.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { PersonCell } from "./PersonCell.tsx";

/** Clients whom a run passed over, one a row. */
export function SkippedTable(
  { clients, t }: { clients: readonly SkippedClient[]; t: Catalogue },
) {
  const columns: Column<SkippedClient>[] = [{
    header: t.runs.columns.client,
    kind: "name",
    cell: (client) => <PersonCell {...client} />,
  }, {
    header: t.runs.columns.why,
    kind: "text",
    cell: ({ reason = "unsubscribed" }) => t.runs.skipReasons[reason],
  }];
  return (
    <Table
      caption={t.runs.tables.skipped}
      columns={columns}
      rows={clients}
      rowKey={({ clientId }) => clientId}
    />
  );
}
