import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { AudienceView } from "../../../core/oversight/views.ts";

/** Whom a mailing goes to, in words. */
export function audienceInWords(
  audience: AudienceView,
  { mailings: words }: Catalogue["manager"],
): string {
  switch (audience.kind) {
    case "everyone":
      return words.everyone;
    case "search":
      return words.found(audience.query);
    case "chosen":
      return words.chosen(audience.count);
  }
}
