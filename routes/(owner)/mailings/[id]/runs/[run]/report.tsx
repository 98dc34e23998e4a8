import { page } from "fresh";
import { Head } from "fresh/runtime";
import { useReader } from "../../../../../../components/reader.ts";
import { defineOwner } from "../../../../../../web/define.ts";
import { findRun } from "../../../(_parts)/run_progress.ts";
import { askedOf } from "../../../(_report)/asked.ts";
import { FailedTable } from "../../../(_report)/FailedTable.tsx";
import { Numbers } from "../../../(_report)/Numbers.tsx";
import { OverTime } from "../../../(_report)/OverTime.tsx";
import { whenInWords } from "../../../(_report)/reader_words.ts";
import { ReportHeader } from "../../../(_report)/ReportHeader.tsx";
import { RunFacts } from "../../../(_report)/RunFacts.tsx";
import { SlowestTable } from "../../../(_report)/SlowestTable.tsx";

const SLOWEST = 20;
const FAILED = 20;

/** A report on one run of a mailing. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user }, params, url }) {
    const { id = "", run: runId = "" } = params;
    const found = await findRun(core, { ownerId: user.id, id, runId });
    const { reason, cursor } = askedOf(url);
    const attempts = core.attempts.of(user.id);
    const [statistics, moments, slowest, failed] = await Promise.all([
      core.statistics.ofRun(found.run),
      core.statistics.moments(found.run),
      attempts.slowest(runId, SLOWEST),
      attempts.failuresOfRun(runId, { reason, cursor, limit: FAILED }),
    ]);
    return page({
      ...found,
      ...{ statistics, moments, slowest, failed },
      shown: reason,
    });
  },
});

export default defineOwner.page<typeof handler>(
  function RunReport({ data, state: { t } }) {
    const { mailing, run, statistics, moments, slowest, failed, shown } = data;
    const when = whenInWords(run.dueAt, useReader());
    const mailingPath = `/mailings/${mailing.id}`;
    const path = `${mailingPath}/runs/${run.id}/report`;
    const words = t.reports;
    return (
      <>
        <Head>
          <title>
            {t.common.title(`${words.ofRun(when)} · ${mailing.name}`)}
          </title>
        </Head>
        <ReportHeader
          title={words.ofRun(when)}
          crumbs={[
            { href: "/mailings", label: t.frame.mailings },
            { href: mailingPath, label: mailing.name },
            { href: `${mailingPath}/runs/${run.id}`, label: words.run(when) },
          ]}
          csv={`${path}.csv`}
          t={t}
        />
        <div class="flex flex-col gap-8">
          <RunFacts mailing={mailing} run={run} t={t} />
          <Numbers
            statistics={statistics}
            isCancelled={run.state === "cancelled"}
            path={path}
            shown={shown}
            t={t}
          />
          <OverTime moments={moments} t={t} />
          {statistics.failures.length > 0 && (
            <FailedTable
              failed={failed}
              title={words.failed}
              path={path}
              shown={shown}
              t={t}
            />
          )}
          {slowest.length > 0 && (
            <SlowestTable slowest={slowest} since={run.startedAt} t={t} />
          )}
        </div>
      </>
    );
  },
);
