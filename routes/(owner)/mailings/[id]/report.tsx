import { page } from "fresh";
import { Head } from "fresh/runtime";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import type { Core } from "../../../../core/core.ts";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { askedOf } from "../(_report)/asked.ts";
import { FailedTable } from "../(_report)/FailedTable.tsx";
import { Numbers } from "../(_report)/Numbers.tsx";
import { ReportHeader } from "../(_report)/ReportHeader.tsx";
import { RunsCompared } from "../(_report)/RunsCompared.tsx";

const RUNS = 30;
const FAILED = 20;

/** A report on all runs of a mailing. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user }, params, url }) {
    const mailing = await core.mailings.of(user.id).get(params.id!);
    const { reason, cursor } = askedOf(url);
    const runsAt = url.searchParams.get("runs") || undefined;
    const [statistics, failed, runs] = await Promise.all([
      core.statistics.ofMailing(mailing),
      core.attempts.of(user.id)
        .failuresOfMailing(mailing.id, { reason, cursor, limit: FAILED }),
      runsOf(core, mailing, runsAt),
    ]);
    return page({ mailing, statistics, failed, runs, shown: reason });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { mailing, statistics, failed, runs, shown } = data;
  const path = `/mailings/${mailing.id}/report`;
  const words = t.reports;
  const at = (cursor: string | undefined) =>
    cursor && listHref(path, { runs: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(words.ofMailing(mailing.name))}</title>
      </Head>
      <ReportHeader
        title={words.ofMailing(mailing.name)}
        crumbs={[
          { href: "/mailings", label: t.frame.mailings },
          { href: `/mailings/${mailing.id}`, label: mailing.name },
        ]}
        csv={`${path}.csv`}
        t={t}
      />
      {runs.items.length === 0
        ? <EmptyState drawing="calendar">{words.noRuns}</EmptyState>
        : (
          <div class="flex flex-col gap-8">
            <Numbers
              statistics={statistics}
              isCancelled={mailing.status === "cancelled"}
              path={path}
              shown={shown}
              t={t}
            />
            <RunsCompared runs={runs.items} t={t} />
            <Pagination previous={at(runs.previous)} next={at(runs.next)} />
            {statistics.failures.length > 0 && (
              <FailedTable
                failed={failed}
                title={words.failuresOfRuns}
                path={path}
                shown={shown}
                t={t}
              />
            )}
          </div>
        )}
    </>
  );
});

async function runsOf(
  core: Core,
  { ownerId, id }: MailingSettings,
  cursor: string | undefined,
) {
  const page = await core.runs.of(ownerId).list(id, { cursor, limit: RUNS });
  const items = await Promise.all(page.items.map(async (run) => ({
    run,
    totals: await core.delivery.totals(run),
  })));
  return { ...page, items };
}
