import { DescriptionList } from "../../../../components/DescriptionList.tsx";
import { useReader } from "../../../../components/reader.ts";
import { TableLink } from "../../../../components/TableLink.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import type { MailingRun } from "../../../../core/mailings/run.ts";
import { tookInWords, whenInWords } from "./reader_words.ts";

/** What a run was about, and from when to when it went. */
export function RunFacts(
  { mailing, run, t }: {
    mailing: MailingSettings;
    run: MailingRun;
    t: Catalogue;
  },
) {
  const reader = useReader();
  const { facts, columns } = t.reports;
  const { startedAt, finishedAt } = run;
  return (
    <DescriptionList
      facts={[
        [
          facts.mailing,
          <TableLink key="mailing" href={`/mailings/${mailing.id}/report`}>
            {mailing.name}
          </TableLink>,
        ],
        [facts.message, run.text.subject],
        [facts.began, whenInWords(startedAt, reader)],
        [
          facts.ended,
          finishedAt ? whenInWords(finishedAt, reader) : facts.notYet,
        ],
        ...(finishedAt
          ? [
            [
              columns.took,
              tookInWords(finishedAt.getTime() - startedAt.getTime(), reader),
            ] as const,
          ]
          : []),
      ]}
    />
  );
}
