import { LiveRun } from "../../../../islands/LiveRun.tsx";
import type { MailingView } from "./mailing_view.ts";
import { sendingTime, timeOfDay } from "./words.ts";

/** The run of a mailing that is going on. */
export function GoingRun(
  { mailing, going, now, zone }:
    & Pick<MailingView, "mailing" | "now">
    & { going: NonNullable<MailingView["going"]>; zone: string },
) {
  const path = `/mailings/${mailing.id}`;
  return (
    <div class="mb-10">
      <LiveRun
        name={`Run of ${
          sendingTime(going.dueAt, { zone, now, weekday: false })
        }`}
        progress={going.progress}
        path={`${path}/runs/${going.id}`}
        asOf={timeOfDay(now, zone)}
        page={path}
      />
    </div>
  );
}
