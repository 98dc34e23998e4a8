import { ButtonLink } from "../../../../components/Button.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** The way from a mailing or a run to its report. */
export function ReportLink({ path, t }: { path: string; t: Catalogue }) {
  return (
    <ButtonLink href={`${path}/report`} kind="quiet" icon="chart-column">
      {t.reports.report}
    </ButtonLink>
  );
}
