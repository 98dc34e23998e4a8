import { ButtonLink } from "../../../../components/Button.tsx";
import { type Crumb, PageHeader } from "../../../../components/PageHeader.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** The head of a report. */
export interface ReportHeaderProps {
  title: string;
  crumbs: readonly Crumb[];
  /** Where the report is to be had as a file. */
  csv: string;
  t: Catalogue;
}

/** A report's title, with the ways to take it along. */
export function ReportHeader({ title, crumbs, csv, t }: ReportHeaderProps) {
  return (
    <PageHeader
      title={title}
      crumbs={crumbs}
      about={<span class="print:hidden">{t.reports.printHint}</span>}
      action={
        <span class="print:hidden">
          <ButtonLink href={csv} icon="download" kind="quiet" download>
            {t.reports.download}
          </ButtonLink>
        </span>
      }
    />
  );
}
