import { Sheet } from "../../../../components/Sheet.tsx";
import { ShareBars } from "../../../../components/ShareBars.tsx";
import type { Reason } from "../../../../core/attempts/reason.ts";
import type {
  ReasonCount,
  Statistics,
} from "../../../../core/delivery/statistics.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { listHref } from "../../../../web/list_href.ts";

/** Why messages were not delivered. */
export interface ReasonsProps {
  statistics: Pick<Statistics, "failures" | "delays">;
  /** The report's own address. */
  path: string;
  /** The reason whose people are listed. */
  shown: Reason | undefined;
  t: Catalogue;
}

/** The reasons that mail servers gave, each a way to the people it hit. */
export function Reasons({ statistics, path, shown, t }: ReasonsProps) {
  const { failures, delays } = statistics;
  const { reasons, why, whyDelayed, noFailures } = t.reports;
  return (
    <Sheet title={why}>
      {failures.length === 0
        ? <p class="text-faded">{noFailures}</p>
        : (
          <ShareBars
            label={why}
            whole={sumOf(failures)}
            parts={failures.map(({ reason, count }) => ({
              id: reason,
              label: reasons[reason],
              count,
              tone: "lost",
              href: `${listHref(path, { reason })}#failed`,
              current: reason === shown,
            }))}
          />
        )}
      {delays.length > 0 && (
        <>
          <h3 class="mb-4 mt-7 font-medium">{whyDelayed}</h3>
          <ShareBars
            label={whyDelayed}
            whole={sumOf(delays)}
            parts={delays.map(({ reason, count }) => ({
              id: reason,
              label: reasons[reason],
              count,
              tone: "held",
            }))}
          />
        </>
      )}
    </Sheet>
  );
}

function sumOf(counts: readonly ReasonCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
