import { Icon } from "../../../components/Icon.tsx";
import { Time } from "../../../components/Time.tsx";
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
    <section
      aria-labelledby="switched-off"
      class="mb-6 flex gap-3 rounded border border-lost bg-sheet px-4 py-3"
    >
      <Icon name="power" class="mt-0.5 text-lost" />
      <div class="flex min-w-0 flex-1 flex-col gap-1">
        <h2 id="switched-off" class="font-medium text-lost">
          {words.switchedOff}{" "}
          <span class="font-normal text-faded">
            <Time at={switchedOff.at} now={now} />
          </span>
        </h2>
        <p class="[overflow-wrap:anywhere]">
          {words.reason} {switchedOff.reason}
        </p>
        <p class="text-faded">{words.whatToDo}</p>
      </div>
    </section>
  );
}
