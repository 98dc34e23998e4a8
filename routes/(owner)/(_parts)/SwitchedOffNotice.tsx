import { Notice } from "../../../components/Notice.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MailingSettings } from "../../../core/mailings/mailing.ts";

/** A mailing, when it is read of, and in which words. */
export interface SwitchedOffNoticeProps {
  mailing: Pick<MailingSettings, "switchedOff">;
  now: Date;
  words: Catalogue["manager"]["told"];
}

/** Tells an owner since when a manager keeps a mailing off, why, and what to do; else nothing. */
export function SwitchedOffNotice(
  { mailing: { switchedOff }, now, words }: SwitchedOffNoticeProps,
) {
  if (!switchedOff) return null;
  return (
    <Notice
      id="switched-off"
      icon="power"
      title={words.switchedOff}
      since={{ at: switchedOff.at, now }}
    >
      <p class="[overflow-wrap:anywhere]">
        {words.reason} {switchedOff.reason}
      </p>
      <p class="text-faded">{words.whatToDo}</p>
    </Notice>
  );
}
