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
  statistics: Pick<Statistics, "failures">;
  /** The report's own address. */
  path: string;
  /** The reason whose people are listed. */
  shown: Reason | undefined;
  t: Catalogue;
}

/** The reasons that mail servers gave for good, each a way to the people it hit. */
export function Reasons(
  { statistics: { failures }, path, shown, t }: ReasonsProps,
) {
  const { reasons, why, noFailures } = t.reports;
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
    </Sheet>
  );
}

/** The reasons that mail servers gave for being tried again; nothing without any. */
export function Delays(
  { statistics: { delays }, t }: {
    statistics: Pick<Statistics, "delays">;
    t: Catalogue;
  },
) {
  const { reasons, whyDelayed } = t.reports;
  if (delays.length === 0) return null;
  return (
    <Sheet title={whyDelayed}>
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
    </Sheet>
  );
}

function sumOf(counts: readonly ReasonCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
