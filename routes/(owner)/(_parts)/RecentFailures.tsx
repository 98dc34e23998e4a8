import { Sheet } from "../../../components/Sheet.tsx";
import { ShareBars } from "../../../components/ShareBars.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { FailuresShown } from "../../../web/recent_failures.ts";

/** What failed lately and why, with ways to the reports; nothing where all went well. */
export function RecentFailures(
  { failures: { total, reasons, mailings }, t }: {
    failures: FailuresShown;
    t: Catalogue;
  },
) {
  if (total === 0) return null;
  const { recent, reasons: words } = t.reports;
  return (
    <Sheet
      title={recent.title}
      action={<span class="text-faded">{recent.total(total)}</span>}
    >
      <div class="grid grid-cols-1 gap-x-10 gap-y-7 lg:grid-cols-2">
        <div class="min-w-0">
          <h3 class="mb-4 text-13 text-faded">{recent.why}</h3>
          <ShareBars
            label={recent.why}
            whole={total}
            parts={reasons.map(({ reason, count }) => ({
              id: reason,
              label: words[reason],
              count,
              tone: "lost",
            }))}
          />
        </div>
        <div class="min-w-0">
          <h3 class="mb-4 text-13 text-faded">{recent.where}</h3>
          <ShareBars
            label={recent.where}
            whole={total}
            parts={mailings.map(({ mailing: { id, name }, count }) => ({
              id,
              label: <span class="[overflow-wrap:anywhere]">{name}</span>,
              count,
              tone: "lost",
              href: `/mailings/${id}/report`,
            }))}
          />
        </div>
      </div>
    </Sheet>
  );
}
