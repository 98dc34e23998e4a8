import { IconLink } from "../../../../components/IconButton.tsx";
import { type Column, Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingText } from "../../../../core/messages/message.ts";

const BEGINNING = 160;

/** Messages as their owner sees them. */
export interface MessageTableProps {
  messages: readonly MailingText[];
  now: Date;
  t: Catalogue;
}

/** Messages, one a row, with ways to change, to copy and to delete each. */
export function MessageTable({ messages, now, t }: MessageTableProps) {
  return (
    <Table
      caption={t.messages.title}
      columns={columns(now, t)}
      rows={messages}
      rowKey={({ id }) => id}
      actions={(message) => <Actions message={message} t={t} />}
    />
  );
}

function columns(now: Date, t: Catalogue): Column<MailingText>[] {
  const { columns } = t.messages;
  return [
    {
      header: columns.subject,
      kind: "name",
      cell: ({ id, subject }) => (
        <TableLink href={`/messages/${id}`}>{subject}</TableLink>
      ),
    },
    {
      header: columns.begins,
      kind: "text",
      wideOnly: true,
      cell: ({ body }) => (
        <span class="block max-w-[360px] truncate">{beginningOf(body)}</span>
      ),
    },
    {
      header: columns.changed,
      kind: "time",
      cell: ({ updatedAt }) => <Time at={updatedAt} now={now} />,
    },
  ];
}

function beginningOf(body: string): string {
  return body.slice(0, 2 * BEGINNING).replaceAll(/\s+/g, " ").trim()
    .slice(0, BEGINNING).toWellFormed();
}

function Actions(
  { message: { id, subject }, t }: { message: MailingText; t: Catalogue },
) {
  return (
    <>
      <IconLink
        href={`/messages/${id}/edit`}
        icon="pencil"
        label={t.messages.edit(subject)}
      />
      <IconLink
        href={`/messages/new?from=${id}`}
        icon="copy"
        label={t.messages.copy(subject)}
      />
      <IconLink
        href={`/messages/${id}/delete`}
        icon="trash-2"
        label={t.messages.delete(subject)}
        destructive
      />
    </>
  );
}
