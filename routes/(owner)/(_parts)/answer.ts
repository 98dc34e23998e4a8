import type { MailingAttempt } from "../../../core/attempts/attempt.ts";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";

/** What the mail server said to a try, or why that is not known. */
export function answerOf(
  { reply, outcome }: Pick<MailingAttempt, "reply" | "outcome">,
  { runs }: Catalogue,
): string {
  return reply === "" && outcome === "unknown" ? runs.lostTrack : reply;
}
