import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { DescriptionList } from "../../../../components/DescriptionList.tsx";
import { FilterLinks } from "../../../../components/FilterLinks.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
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
  t: Catalogue;
  children: ComponentChildren;
}

/** A mail's page: from whom to whom, and one view of it. */
export function MailPage(
  { mail, view, now, zone, t, children }: MailPageProps,
) {
  const { mailbox: words } = t;
  const subject = mail.subject || words.noSubject;
  const kept = <Time at={mail.at} now={now} zone={zone} exact />;
  return (
    <>
      <Head>
        <title>{t.common.title(words.mailTitle(subject))}</title>
      </Head>
      <PageHeader
        title={subject}
        crumbs={[{ href: folderPath(mail), label: words.title }]}
      />
      <div class="mb-6">
        <DescriptionList
          facts={[
            [words.from, addressText(mail.from)],
            [words.to, addressText(mail.to)],
            [words.kept, kept],
          ]}
        />
      </div>
      <FilterLinks
        label={words.views}
        links={viewsOf(mail.id, { current: view, words })}
      />
      {children}
    </>
  );
}

function viewsOf(
  id: string,
  { current, words }: { current: MailView; words: Catalogue["mailbox"] },
) {
  const path = mailPath(id);
  const views: [MailView, label: string, href: string][] = [
    ["letter", words.letter, path],
    ["text", words.text, `${path}?view=text`],
    ["headers", words.headers, `${path}?view=headers`],
    ["source", words.source, `${path}/source`],
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
