import { cx } from "../../../../components/cx.ts";
import { Sheet } from "../../../../components/Sheet.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingView } from "./mailing_view.ts";

/** When a mailing goes out next, if it is to go out again. */
export function NextTimes(
  { mailing, times, now, t }: MailingView & { t: Catalogue },
) {
  const { status, schedule, nextDueAt, switchedOff } = mailing;
  const isToCome = ["draft", "scheduled", "running", "paused"].includes(status);
  if (!isToCome || switchedOff || !schedule || times.length === 0) return null;
  const zone = schedule.timeZone;
  return (
    <Sheet
      title={status === "paused"
        ? t.mailings.nextTimesPaused
        : t.mailings.nextTimes}
    >
      <ol class="flex flex-col gap-1 tabular-nums">
        {times.map((time, n) => (
          <li
            key={time}
            class={cx("flex justify-between gap-4", n > 0 && "text-faded")}
          >
            {time}
            {n === 0 && nextDueAt && (
              <span class="text-13 text-faded">
                <Time at={nextDueAt} now={now} zone={zone} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
