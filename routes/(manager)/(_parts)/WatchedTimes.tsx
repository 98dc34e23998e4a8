import { Sheet } from "../../../components/Sheet.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { upcoming } from "../../../core/mailings/schedule.ts";
import type { MailingView } from "../../../core/oversight/views.ts";

const SHOWN = 5;

/** When a mailing goes out next; nothing of one that is held or over. */
export function WatchedTimes(
  { mailing: { schedule, nextDueAt }, words, now }: {
    mailing: MailingView;
    words: Catalogue["manager"]["mailings"];
    now: Date;
  },
) {
  if (!schedule || !nextDueAt) return null;
  const { timeZone: zone } = schedule;
  return (
    <Sheet title={words.nextTimes}>
      <ol class="flex flex-col gap-1 tabular-nums">
        {upcoming(schedule, nextDueAt, SHOWN).map((at) => (
          <li key={at.getTime()}>
            <Time at={at} now={now} zone={zone} exact />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
