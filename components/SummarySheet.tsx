import type { ComponentChildren } from "preact";
import type { MailingSummary, SummaryWords } from "./mailing_summary.ts";
import { Sheet } from "./Sheet.tsx";

/** What a mailing would do, in words, and below it what can be done with it. */
export function SummarySheet(
  { summary, words, children }: {
    summary: MailingSummary;
    words: SummaryWords;
    children: ComponentChildren;
  },
) {
  const { people, audience, message, rhythm, times, zone } = summary;
  return (
    <Sheet title={words.title}>
      <div aria-live="polite" class="flex flex-col gap-5">
        <Line term={words.to}>
          <span class="text-27 font-medium tabular-nums tracking-tight">
            {people}
          </span>
          <span class="text-13 text-faded">{audience}</span>
        </Line>
        <Line term={words.message}>
          <span class={message ? "[overflow-wrap:anywhere]" : "text-faded"}>
            {message || words.noMessage}
          </span>
        </Line>
        <Line term={words.when}>
          <span class={times.length > 0 ? undefined : "text-faded"}>
            {rhythm}
          </span>
          {times.length > 0 && (
            <>
              <ol class="flex flex-col">
                {times.map((time, n) => (
                  <li
                    key={time}
                    class={n === 0
                      ? "font-medium tabular-nums"
                      : "tabular-nums text-faded"}
                  >
                    {time}
                  </li>
                ))}
              </ol>
              <span class="text-13 text-faded">{zone}</span>
            </>
          )}
        </Line>
      </div>
      <div class="mt-6 flex flex-col gap-2 border-t pt-5">{children}</div>
    </Sheet>
  );
}

function Line(
  { term, children }: { term: string; children: ComponentChildren },
) {
  return (
    <div class="flex flex-col gap-1">
      <span class="text-13 text-faded">{term}</span>
      {children}
    </div>
  );
}
