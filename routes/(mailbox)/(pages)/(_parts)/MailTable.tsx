import { Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { KeptMail } from "../../../../core/delivery/kept_mail.ts";
import { mailPath } from "../../../../web/mailbox_access.ts";

/** Mails in a list. */
export interface MailTableProps {
  mails: readonly KeptMail[];
  now: Date;
  /** IANA time zone of the reader. */
  zone: string;
}

/** Mails with whom they went to and when. */
export function MailTable({ mails, now, zone }: MailTableProps) {
  return (
    <Table
      caption="Mails, newest first"
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "Subject",
          kind: "name",
          cell: (mail) => (
            <TableLink href={mailPath(mail.id)}>
              {mail.subject || "No subject"}
            </TableLink>
          ),
        },
        {
          header: "To",
          kind: "text",
          cell: ({ to }) => to.name || to.address,
        },
        {
          header: "Address",
          kind: "text",
          wideOnly: true,
          cell: ({ to }) => to.address,
        },
        {
          header: "Kept",
          kind: "time",
          cell: ({ at }) => <Time at={at} now={now} zone={zone} />,
        },
      ]}
    />
  );
}
