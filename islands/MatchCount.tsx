import type { Signal } from "@preact/signals";
import type { MailingSummary } from "../components/mailing_summary.ts";

/** How many get it of those who match a form's search, as its summary has it. */
export function MatchCount({ summary }: { summary: Signal<MailingSummary> }) {
  return <span>{summary.value.matches}</span>;
}
