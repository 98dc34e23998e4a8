import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MessageView } from "../../../core/oversight/views.ts";

/** A message as its owner wrote it, with its placeholders. */
export function MessageSheet(
  { message, words }: {
    message: MessageView | undefined;
    words: Catalogue["manager"]["mailings"];
  },
) {
  return (
    <section aria-labelledby="message">
      <h2 id="message" class="mb-4 text-17 font-semibold">{words.message}</h2>
      {message
        ? (
          <article class="rounded border bg-sheet [overflow-wrap:anywhere]">
            <h3 class="border-b px-5 py-4 text-17 font-semibold sm:px-6">
              <span class="sr-only">{words.subject}:</span> {message.subject}
            </h3>
            <div class="whitespace-pre-wrap px-5 py-5 sm:px-6">
              {message.body.trimEnd()}
            </div>
          </article>
        )
        : <p class="text-faded">{words.noMessage}</p>}
    </section>
  );
}
