import { catalogueOf } from "../i18n/catalogue.ts";
import type { Halt } from "../mailings/mailing.ts";
import { mailLanguageOf, type User } from "../users/user.ts";
import type { NoticeInput } from "./notices.ts";

/** Tells an owner that a mailing stopped itself; names nothing that anybody typed. */
export function haltMail(
  { email: address, name, ...owner }: User,
  { settled, failed, reason, blocked }: Halt,
  link: string,
): NoticeInput {
  const { mails, mailings, reports } = catalogueOf(
    mailLanguageOf(owner),
  );
  const { subject, body } = mails.mailingHalted;
  return {
    to: { address, name },
    subject,
    body: body({
      numbers: blocked
        ? mailings.halted.waiting(blocked.waiting)
        : mailings.halted.numbers(failed, settled),
      reason: reports.reasons[reason],
      advice: mailings.halted.advice[reason],
      goesOn: mailings.halted.goesOn,
      link,
    }),
  };
}
