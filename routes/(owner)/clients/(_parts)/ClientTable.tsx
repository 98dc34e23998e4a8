import { IconLink } from "../../../../components/IconButton.tsx";
import { Status } from "../../../../components/Status.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Client } from "../../../../core/clients/client.ts";

/** Clients and where their reader is. */
export interface ClientTableProps {
  clients: readonly Client[];
  now: Date;
  zone: string;
}

/** Clients, one a row, with ways to change and to delete each. */
export function ClientTable({ clients, now, zone }: ClientTableProps) {
  return (
    <Table
      caption="Clients"
      columns={columns(now, zone)}
      rows={clients}
      rowKey={({ id }) => id}
      actions={({ id, name }) => (
        <>
          <IconLink
            href={`/clients/${id}/edit`}
            icon="pencil"
            label={`Edit ${name}`}
          />
          <IconLink
            href={`/clients/${id}/delete`}
            icon="trash-2"
            label={`Delete ${name}`}
            destructive
          />
        </>
      )}
    />
  );
}

function columns(now: Date, zone: string): Column<Client>[] {
  return [
    {
      header: "Name",
      kind: "name",
      cell: ({ id, name }) => (
        <TableLink href={`/clients/${id}`}>{name}</TableLink>
      ),
    },
    {
      header: "E-mail",
      kind: "text",
      cell: ({ email }) => (
        <span title={email} class="block truncate md:max-w-[230px]">
          {email}
        </span>
      ),
    },
    {
      header: "Comment",
      kind: "text",
      wideOnly: true,
      cell: ({ comment }) => (
        <span class="block max-w-[150px] truncate">{comment}</span>
      ),
    },
    {
      header: "Mail",
      kind: "state",
      cell: ({ unsubscribedAt }) =>
        unsubscribedAt && <Status state="unsubscribed" />,
    },
    {
      header: "Added",
      kind: "time",
      wideOnly: true,
      cell: ({ createdAt }) => <Time at={createdAt} now={now} zone={zone} />,
    },
  ];
}
