import { ButtonLink } from "../../../../components/Button.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** The way from a mailing or a run to its report. */
export function ReportLink(
  { path, t, small = false }: { path: string; t: Catalogue; small?: boolean },
) {
  return (
    <ButtonLink
      href={`${path}/report`}
      kind="quiet"
      icon="chart-column"
      small={small}
    >
      {t.reports.report}
    </ButtonLink>
  );
}
