import { Flash } from "../../../../components/Flash.tsx";
import { instantOf } from "../../../../core/mailings/schedule.ts";
import type { MailingView } from "./mailing_view.ts";
import { sendingTime, type Voice } from "./words.ts";

/** What the owner of a mailing has to know of what was not sent, or goes out otherwise. */
export function MailingNotices(
  { t, language, ...view }: MailingView & Voice,
) {
  const { missed } = view.mailing;
  const told = [
    missed > 0 && t.mailings.missed(missed),
    wrongClock(view, { t, language }),
    heldTime(view, { t, language }),
    view.isEdited && editedText(view, { t, language }),
  ].filter((sentence) => typeof sentence === "string");
  return (
    <>
      {told.map((sentence) => (
        <Flash key={sentence} kind="notice">{sentence}</Flash>
      ))}
    </>
  );
}

/** That a clock was ahead, until it would have been right. */
function wrongClock(
  { mailing: { clockAhead, schedule }, now }: MailingView,
  { t, language }: Voice,
): string | undefined {
  if (!schedule || !clockAhead || clockAhead <= now) return undefined;
  const zone = schedule.timeZone;
  return t.mailings.clockAhead(
    sendingTime(clockAhead, { language, zone, now }),
  );
}

/** What becomes of the only time of a mailing while it is paused. */
function heldTime(
  { mailing, resumption, now, runs }: MailingView,
  { t, language }: Voice,
): string | undefined {
  const { status, schedule } = mailing;
  const isHeldOnce = status === "paused" && schedule?.repeat === "once";
  if (!isHeldOnce || runs.length > 0) return undefined;
  const zone = schedule.timeZone;
  const at = instantOf(schedule.startsAt, zone);
  const time = sendingTime(at, { language, zone, now });
  const words = t.mailings.held;
  return resumption.overdue ? words.passed(time) : words.willPass(time);
}

function editedText({ mailing }: MailingView, { t }: Voice): string {
  const { edited, editedGoing } = t.mailings.held;
  return mailing.status === "paused" ? edited : editedGoing;
}
