import type { Reason } from "../../../../core/attempts/reason.ts";
import type { Statistics } from "../../../../core/delivery/statistics.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { Outcomes } from "./Outcomes.tsx";
import { Delays, Reasons } from "./Reasons.tsx";

/** The numbers of a run or of a mailing, and the reasons behind them. */
export interface NumbersProps {
  statistics: Statistics;
  /** Whether whoever still waits will get no mail any more. */
  isCancelled: boolean;
  /** The report's own address. */
  path: string;
  /** The reason whose people are listed. */
  shown: Reason | undefined;
  t: Catalogue;
}

/** What became of the messages at the left, why at the right; on a phone the reasons come second. */
export function Numbers(
  { statistics, isCancelled, path, shown, t }: NumbersProps,
) {
  return (
    <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr] print:grid-cols-2 print:grid-rows-[auto_1fr]">
      <Outcomes statistics={statistics} isCancelled={isCancelled} t={t} />
      <div class="lg:row-span-2 print:row-span-2">
        <Reasons statistics={statistics} path={path} shown={shown} t={t} />
      </div>
      <Delays statistics={statistics} t={t} />
    </div>
  );
}
