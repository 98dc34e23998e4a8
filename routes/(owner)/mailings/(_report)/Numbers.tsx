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

/** What became of the messages at the left, why at the right. */
export function Numbers(
  { statistics, isCancelled, path, shown, t }: NumbersProps,
) {
  return (
    <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 print:grid-cols-2">
      <div class="flex min-w-0 flex-col gap-6">
        <Outcomes statistics={statistics} isCancelled={isCancelled} t={t} />
        <Delays statistics={statistics} t={t} />
      </div>
      <Reasons statistics={statistics} path={path} shown={shown} t={t} />
    </div>
  );
}
