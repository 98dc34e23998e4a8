import { IconLink } from "../../../../components/IconButton.tsx";
import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** Clients as their owner sees them. */
export interface ClientTableProps {
  clients: readonly Client[];
  now: Date;
  t: Catalogue;
}

/** Clients, one a row, with ways to change and to delete each. */
export function ClientTable({ clients, now, t }: ClientTableProps) {
  return (
    <Table
      caption={t.clients.title}
      columns={columns(now, t)}
      rows={clients}
      rowKey={({ id }) => id}
      actions={({ id, name }) => (
        <>
          <IconLink
            href={`/clients/${id}/edit`}
            icon="pencil"
            label={t.clients.edit(name)}
          />
          <IconLink
            href={`/clients/${id}/delete`}
            icon="trash-2"
            label={t.clients.delete(name)}
            destructive
          />
        </>
      )}
    />
  );
}

function columns(now: Date, t: Catalogue): Column<Client>[] {
  const { columns } = t.clients;
  return [
    {
      header: columns.name,
      kind: "name",
      cell: ({ id, name }) => (
        <TableLink href={`/clients/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: columns.email,
      kind: "text",
      cell: ({ email }) => (
        <span title={email} class="block truncate md:max-w-[230px]">
          {email}
        </span>
      ),
    },
    {
      header: columns.comment,
      kind: "text",
      wideOnly: true,
      cell: ({ comment }) => (
        <span class="block max-w-[150px] truncate">{comment}</span>
      ),
    },
    {
      header: columns.mail,
      kind: "state",
      cell: ({ unsubscribedAt }) =>
        unsubscribedAt && <Status state="unsubscribed" />,
    },
    {
      header: columns.added,
      kind: "time",
      wideOnly: true,
      cell: ({ createdAt }) => <Time at={createdAt} now={now} />,
    },
  ];
}
