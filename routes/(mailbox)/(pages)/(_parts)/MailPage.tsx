import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { DescriptionList } from "../../../../components/DescriptionList.tsx";
import { FilterLinks } from "../../../../components/FilterLinks.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { KeptMail } from "../../../../core/delivery/kept_mail.ts";
import { mailPath } from "../../../../web/mailbox_access.ts";

/** A way to look at a mail. */
export type MailView = "letter" | "text" | "headers" | "source";

/** One view of a mail. */
export interface MailPageProps {
  mail: KeptMail;
  view: MailView;
  now: Date;
  /** IANA time zone of the reader. */
  zone: string;
  children: ComponentChildren;
}

/** A mail's page: from whom to whom, and one view of it. */
export function MailPage(
  { mail, view, now, zone, children }: MailPageProps,
) {
  const subject = mail.subject || "No subject";
  const kept = <Time at={mail.at} now={now} zone={zone} exact />;
  return (
    <>
      <Head>
        <title>{`${subject} · Mailbox · Sendoff`}</title>
      </Head>
      <PageHeader
        title={subject}
        crumbs={[{ href: folderPath(mail), label: "Mailbox" }]}
      />
      <div class="mb-6">
        <DescriptionList
          facts={[
            ["From", addressText(mail.from)],
            ["To", addressText(mail.to)],
            ["Kept", kept],
          ]}
        />
      </div>
      <FilterLinks label="Ways to look at it" links={viewsOf(mail.id, view)} />
      {children}
    </>
  );
}

function viewsOf(id: string, current: MailView) {
  const path = mailPath(id);
  const views: [MailView, label: string, href: string][] = [
    ["letter", "Letter", path],
    ["text", "Text", `${path}?view=text`],
    ["headers", "Headers", `${path}?view=headers`],
    ["source", "Source", `${path}/source`],
  ];
  return views.map(([view, label, href]) => ({
    href,
    label,
    current: view === current,
  }));
}

function folderPath({ kind }: KeptMail): string {
  return kind === "account" ? "/mailbox?folder=account" : "/mailbox";
}

function addressText({ name, address }: KeptMail["from"]): string {
  return name ? `${name} <${address}>` : address;
}
