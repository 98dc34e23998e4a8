import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Flash } from "../../components/Flash.tsx";
import { Figures } from "../../components/Figures.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { numberFormat } from "../../components/formats.ts";
import { useReader } from "../../components/reader.ts";
import type { Catalogue } from "../../core/i18n/catalogue.ts";
import { defineOwner } from "../../web/define.ts";
import type { OwnCounts } from "../../web/own_counts.ts";
import { overviewOf } from "../../web/overview.ts";
import { recentFailuresOf } from "../../web/recent_failures.ts";
import { heldBackInWords } from "./(_parts)/held_back.ts";
import { FinishedRuns } from "./(_parts)/FinishedRuns.tsx";
import { FirstSteps } from "./(_parts)/FirstSteps.tsx";
import { NextMailings } from "./(_parts)/NextMailings.tsx";
import { RecentFailures } from "./(_parts)/RecentFailures.tsx";
import { RunsNow } from "./(_parts)/RunsNow.tsx";
import { SwitchedOffMailings } from "./(_parts)/SwitchedOffMailings.tsx";

/** Shows what goes out next, what is going out and what just did. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user } }) {
    const [overview, failures, switchedOff, heldBack] = await Promise.all([
      overviewOf(core, user.id),
      recentFailuresOf(core, user.id),
      core.mailings.of(user.id).list({ status: "switched off", limit: 3 }),
      core.watch.closedDoorOf(user.id),
    ]);
    const instant = core.store.now();
    return page({ ...overview, failures, switchedOff, heldBack, instant });
  },
});

/** The first page of those who signed in. */
export default defineOwner.page<typeof handler>(
  function OverviewPage({ data, state }) {
    const { counts, now, next, finished, instant } = data;
    const { clients, messages, mailings } = counts;
    const isBeginning = !clients || !messages || !mailings;
    const isQuiet = !now.length && !next.length && !finished.length;
    const time = { now: instant, zone: state.user.timeZone };
    const { t } = state;
    const words = t.overview;
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader
          title={words.title}
          action={!isBeginning && (
            <ButtonLink href="/mailings/new" icon="plus">
              {words.create}
            </ButtonLink>
          )}
        />
        <SwitchedOffMailings
          mailings={data.switchedOff}
          now={instant}
          words={t.manager.told}
        />
        <div class="flex flex-col gap-8">
          {isBeginning && <FirstSteps counts={counts} words={words.steps} />}
          {data.heldBack && now.length > 0 && (
            <Flash kind="failed">
              {heldBackInWords(data.heldBack, { t, ...time })}
            </Flash>
          )}
          {now.length > 0 && <RunsNow runs={now} words={words} />}
          {!isBeginning && isQuiet && (
            <EmptyState drawing="calendar">{words.quiet}</EmptyState>
          )}
          {next.length > 0 && (
            <NextMailings mailings={next} time={time} words={words} />
          )}
          {finished.length > 0 && (
            <FinishedRuns runs={finished} time={time} words={words} />
          )}
          <RecentFailures failures={data.failures} t={t} />
          {!isBeginning && <Totals counts={counts} t={t} />}
        </div>
      </>
    );
  },
);

function Totals({ counts, t }: { counts: OwnCounts; t: Catalogue }) {
  const { clients, messages, mailings } = counts;
  const { format } = numberFormat(useReader().locale);
  return (
    <Figures
      label={t.overview.totals}
      figures={[
        { label: t.frame.clients, value: format(clients), href: "/clients" },
        { label: t.frame.messages, value: format(messages), href: "/messages" },
        { label: t.frame.mailings, value: format(mailings), href: "/mailings" },
      ]}
    />
  );
}
