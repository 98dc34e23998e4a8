import { Table } from "../../../../components/Table.tsx";
import { TableLink } from "../../../../components/TableLink.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { KeptMail } from "../../../../core/delivery/kept_mail.ts";
import { mailPath } from "../../../../web/mailbox_access.ts";

/** Mails in a list. */
export interface MailTableProps {
  mails: readonly KeptMail[];
  now: Date;
  /** IANA time zone of the reader. */
  zone: string;
  words: Catalogue["mailbox"];
}

/** Mails with whom they went to and when. */
export function MailTable({ mails, now, zone, words }: MailTableProps) {
  return (
    <Table
      caption={words.caption}
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          header: words.subject,
          kind: "name",
          cell: (mail) => (
            <TableLink href={mailPath(mail.id)}>
              {mail.subject || words.noSubject}
            </TableLink>
          ),
        },
        {
          header: words.to,
          kind: "text",
          cell: ({ to }) => to.name || to.address,
        },
        {
          header: words.address,
          kind: "text",
          wideOnly: true,
          cell: ({ to }) => to.address,
        },
        {
          header: words.kept,
          kind: "time",
          cell: ({ at }) => <Time at={at} now={now} zone={zone} />,
        },
      ]}
    />
  );
}
