import type { Signal } from "@preact/signals";
import type { MailingSummary } from "../components/mailing_summary.ts";

/** How many clients match the search of a mailing's form, as its summary has it. */
export function MatchCount({ summary }: { summary: Signal<MailingSummary> }) {
  return (
    <span>
      {summary.value.matches ||
        "Words from the name, the e-mail or the comment"}.
    </span>
  );
}
