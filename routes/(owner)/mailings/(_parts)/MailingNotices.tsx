import { Flash } from "../../../../components/Flash.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingView } from "./mailing_view.ts";

/** What the owner of a mailing has to know of what was not sent. */
export function MailingNotices(
  { mailing: { missed }, t }: Pick<MailingView, "mailing"> & { t: Catalogue },
) {
  if (missed === 0) return null;
  return <Flash kind="notice">{t.mailings.missed(missed)}</Flash>;
}
