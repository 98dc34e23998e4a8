import { Sheet } from "../../../../components/Sheet.tsx";
import {
  ShareBars,
  type SharePart,
} from "../../../../components/ShareBars.tsx";
import { useWords } from "../../../../components/words.ts";
import type { Statistics } from "../../../../core/delivery/statistics.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** The numbers of a run or of a mailing. */
export interface OutcomesProps {
  statistics: Statistics;
  /** Whether whoever still waits will get no mail any more. */
  isCancelled: boolean;
  t: Catalogue;
}

/** How many people ended how, and what share of all they are. */
export function Outcomes({ statistics, isCancelled, t }: OutcomesProps) {
  const { states } = useWords();
  const { totals, deferrals, doubts } = statistics;
  const { planned, skipped, delivered, waiting, refused, expired } = totals;
  const words = t.reports;
  const whole = planned + skipped;
  const parts: SharePart[] = [
    {
      id: "delivered",
      label: states.delivered,
      count: delivered,
      tone: "sent",
    },
    {
      id: "waiting",
      label: isCancelled ? words.notSent : words.waiting,
      count: waiting,
      tone: isCancelled ? "faded" : "held",
    },
    { id: "refused", label: states.refused, count: refused, tone: "lost" },
    { id: "expired", label: words.expired, count: expired, tone: "lost" },
    { id: "skipped", label: words.skipped, count: skipped, tone: "faded" },
  ];
  const always = new Set(["delivered", "refused"]);
  return (
    <Sheet title={words.outcomes}>
      {whole === 0 ? <p class="text-faded">{words.nobody}</p> : (
        <ShareBars
          label={words.outcomes}
          whole={whole}
          parts={parts.filter(({ id, count }) => count > 0 || always.has(id))}
        />
      )}
      {whole > 0 && (
        <p class="mt-5 text-13 text-faded">
          {words.outcomesOf(whole)}{" "}
          {deferrals > 0 && words.deferrals(deferrals)}{" "}
          {doubts > 0 && words.doubts(doubts)}
        </p>
      )}
    </Sheet>
  );
}
