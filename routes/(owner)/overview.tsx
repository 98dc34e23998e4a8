import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Figures } from "../../components/Figures.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { defineOwner } from "../../web/define.ts";
import type { OwnCounts } from "../../web/own_counts.ts";
import { overviewOf } from "../../web/overview.ts";
import { FinishedRuns } from "./(_parts)/FinishedRuns.tsx";
import { FirstSteps } from "./(_parts)/FirstSteps.tsx";
import { NextMailings } from "./(_parts)/NextMailings.tsx";
import { RunsNow } from "./(_parts)/RunsNow.tsx";

/** Shows what goes out next, what is going out and what just did. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user } }) {
    const overview = await overviewOf(core, user.id);
    return page({ ...overview, instant: core.store.now() });
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
    return (
      <>
        <Head>
          <title>Overview · Sendoff</title>
        </Head>
        <PageHeader
          title="Overview"
          action={!isBeginning && <NewMailing />}
        />
        <div class="flex flex-col gap-8">
          {isBeginning && <FirstSteps counts={counts} />}
          {now.length > 0 && <RunsNow runs={now} />}
          {!isBeginning && isQuiet && <Quiet />}
          {next.length > 0 && <NextMailings mailings={next} time={time} />}
          {finished.length > 0 && <FinishedRuns runs={finished} time={time} />}
          {!isBeginning && <Totals {...counts} />}
        </div>
      </>
    );
  },
);

function NewMailing() {
  return (
    <ButtonLink href="/mailings/new" icon="plus">Create a mailing</ButtonLink>
  );
}

function Quiet() {
  return (
    <EmptyState drawing="calendar">
      Nothing is going out and nothing is planned.
    </EmptyState>
  );
}

function Totals({ clients, messages, mailings }: OwnCounts) {
  const { format } = new Intl.NumberFormat("en");
  return (
    <Figures
      label="What you have"
      figures={[
        { label: "Clients", value: format(clients), href: "/clients" },
        { label: "Messages", value: format(messages), href: "/messages" },
        { label: "Mailings", value: format(mailings), href: "/mailings" },
      ]}
    />
  );
}
