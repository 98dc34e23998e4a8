import { Notice } from "../../../components/Notice.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MailingSettings } from "../../../core/mailings/mailing.ts";

/** Tells an owner that a mailing stopped itself, why, and what to do; else nothing. */
export function HaltedNotice(
  { mailing: { id, halted }, now, t }: {
    mailing: Pick<MailingSettings, "id" | "halted">;
    now: Date;
    t: Catalogue;
  },
) {
  if (!halted) return null;
  const words = t.mailings.halted;
  const { failed, settled, reason, blocked } = halted;
  return (
    <Notice
      id="halted"
      icon="triangle-alert"
      title={blocked ? words.titleBlocked : words.title}
      since={{ at: halted.at, now }}
    >
      <p>
        {blocked
          ? words.waiting(blocked.waiting)
          : words.numbers(failed, settled)}{" "}
        {words.reason(t.reports.reasons[reason])}
      </p>
      {blocked && (
        <p class="[overflow-wrap:anywhere]">{words.answer(blocked.reply)}</p>
      )}
      <p>
        {words.advice[reason]}{" "}
        <a class="text-mark underline" href={`/mailings/${id}/report`}>
          {words.report}
        </a>
      </p>
      <p class="text-faded">{words.goesOn}</p>
    </Notice>
  );
}
