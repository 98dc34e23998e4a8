import { IconLink } from "../../../../components/IconButton.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { MailingText } from "../../../../core/messages/message.ts";

const BEGINNING = 160;

/** Messages and where their reader is. */
export interface MessageTableProps {
  messages: readonly MailingText[];
  now: Date;
  zone: string;
}

/** Messages, one a row, with ways to change, to copy and to delete each. */
export function MessageTable({ messages, now, zone }: MessageTableProps) {
  return (
    <Table
      caption="Messages"
      columns={columns(now, zone)}
      rows={messages}
      rowKey={({ id }) => id}
      actions={(message) => <Actions message={message} />}
    />
  );
}

function columns(now: Date, zone: string): Column<MailingText>[] {
  return [
    {
      header: "Subject",
      kind: "name",
      cell: ({ id, subject }) => (
        <TableLink href={`/messages/${id}`}>{subject}</TableLink>
      ),
    },
    {
      header: "Begins",
      kind: "text",
      wideOnly: true,
      cell: ({ body }) => (
        <span class="block max-w-[360px] truncate">{beginningOf(body)}</span>
      ),
    },
    {
      header: "Changed",
      kind: "time",
      cell: ({ updatedAt }) => <Time at={updatedAt} now={now} zone={zone} />,
    },
  ];
}

function beginningOf(body: string): string {
  return body.slice(0, 2 * BEGINNING).replaceAll(/\s+/g, " ").trim()
    .slice(0, BEGINNING).toWellFormed();
}

function Actions({ message: { id, subject } }: { message: MailingText }) {
  return (
    <>
      <IconLink
        href={`/messages/${id}/edit`}
        icon="pencil"
        label={`Edit ${subject}`}
      />
      <IconLink
        href={`/messages/new?from=${id}`}
        icon="copy"
        label={`Write another like ${subject}`}
      />
      <IconLink
        href={`/messages/${id}/delete`}
        icon="trash-2"
        label={`Delete ${subject}`}
        destructive
      />
    </>
  );
}
