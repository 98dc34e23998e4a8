import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../../../components/PageHeader.tsx";
import { hasEnded } from "../../../../../../components/run_progress.ts";
import { RunPanel } from "../../../../../../components/RunPanel.tsx";
import { LiveRun } from "../../../../../../islands/LiveRun.tsx";
import { defineOwner } from "../../../../../../web/define.ts";
import { listHref } from "../../../../../../web/list_href.ts";
import { PeopleSection } from "../../../(_parts)/PeopleSection.tsx";
import { lookUpPeople, shownIn } from "../../../(_parts)/people.ts";
import { RunAbout } from "../../../(_parts)/RunAbout.tsx";
import { progressInWords } from "../../../(_parts)/progress_in_words.ts";
import {
  findRun,
  isBeginning,
  progressOf,
} from "../../../(_parts)/run_progress.ts";
import { ReportLink } from "../../../(_report)/ReportLink.tsx";
import { runPanelWords, staleWords } from "../../../(_parts)/run_words.ts";
import { sendingTime } from "../../../(_parts)/words.ts";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const { id = "", run: runId = "" } = ctx.params;
    const address = { ownerId: user.id, id, runId };
    if (await isBeginning(core, address)) {
      return ctx.redirect(`/mailings/${id}`);
    }
    const found = await findRun(core, address);
    const show = shownIn(ctx.url.searchParams.get("show"));
    const cursor = ctx.url.searchParams.get("at") || undefined;
    const people = await lookUpPeople(core, { run: found.run, show, cursor });
    if (cursor && people.isEmpty) {
      const path = `/mailings/${id}/runs/${runId}`;
      return ctx.redirect(listHref(path, { show }));
    }
    const progress = await progressOf(core, found);
    return page({ ...found, progress, show, people, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state, url }) => {
  const { mailing, run, progress, show, people, now } = data;
  const { t, language } = state;
  const zone = state.user.timeZone;
  const path = `/mailings/${mailing.id}/runs/${run.id}`;
  const due = sendingTime(run.dueAt, { language, zone, now, weekday: false });
  const panel = {
    progress: progressInWords(progress, { t, language, zone, now }),
    words: runPanelWords(t),
    path,
    shown: show,
  };
  return (
    <>
      <Head>
        <title>
          {t.common.title(`${t.runs.runOf(due)} · ${mailing.name}`)}
        </title>
      </Head>
      <PageHeader
        title={t.runs.runOf(due)}
        crumbs={[
          { href: "/mailings", label: t.mailings.title },
          { href: `/mailings/${mailing.id}`, label: mailing.name },
        ]}
        about={<RunAbout {...{ run, zone, now, t, language }} />}
        action={<ReportLink path={path} t={state.t} />}
      />
      <div class="flex flex-col gap-8">
        {hasEnded(progress) ? <RunPanel {...panel} /> : (
          <LiveRun
            {...panel}
            stale={staleWords(t, { zone, now })}
            page={url.pathname + url.search}
          />
        )}
        <PeopleSection
          people={people}
          show={show}
          path={path}
          progress={progress}
          now={now}
          t={t}
        />
      </div>
    </>
  );
});
