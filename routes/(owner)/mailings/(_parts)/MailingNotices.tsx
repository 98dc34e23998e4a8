import { Flash } from "../../../../components/Flash.tsx";
import type { MailingView } from "./mailing_view.ts";

/** What the owner of a mailing has to know of what was not sent. */
export function MailingNotices({ mailing }: Pick<MailingView, "mailing">) {
  const { missed } = mailing;
  if (missed === 0) return null;
  return (
    <div>
      {missed > 0 && (
        <Flash kind="notice">
          {missed === 1
            ? "1 sending time passed while nothing could be sent; it was left out."
            : `${
              missed.toLocaleString("en")
            } sending times passed while nothing could be sent; they were left out.`}
        </Flash>
      )}
    </div>
  );
}
