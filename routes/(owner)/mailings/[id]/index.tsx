import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Status } from "../../../../components/Status.tsx";
import {
  type MailingSettings,
  shownStatus,
} from "../../../../core/mailings/mailing.ts";
import { defineOwner } from "../../../../web/define.ts";
import { HaltedNotice } from "../../(_parts)/HaltedNotice.tsx";
import { SwitchedOffNotice } from "../../(_parts)/SwitchedOffNotice.tsx";
import { MailingActions } from "../(_parts)/MailingActions.tsx";
import { NextTimes } from "../(_parts)/NextTimes.tsx";
import { MailingFacts } from "../(_parts)/MailingFacts.tsx";
import { GoingRun } from "../(_parts)/GoingRun.tsx";
import { MailingNotices } from "../(_parts)/MailingNotices.tsx";
import { lookUpMailing, type MailingView } from "../(_parts)/mailing_view.ts";
import { RunsSection } from "../(_parts)/RunsSection.tsx";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { state, params, url } = ctx;
    const cursor = url.searchParams.get("at") || undefined;
    const view = await lookUpMailing(params.id!, { ...state, cursor });
    if (cursor && view.runs.length === 0) {
      return ctx.redirect(`/mailings/${view.mailing.id}`);
    }
    return page(view);
  },
});

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { t, language } = state;
  const { going } = data;
  const mailing = asSeen(data);
  const hasRuns = data.runs.some(({ run }) => run.id !== going?.id);
  const reader = { t, language, zone: state.user.timeZone };
  return (
    <>
      <Head>
        <title>{t.common.title(mailing.name)}</title>
      </Head>
      <PageHeader
        title={mailing.name}
        about={<Status state={shownStatus(mailing)} />}
        action={
          <MailingActions mailing={mailing} action={data.launchWords} t={t} />
        }
      />
      <SwitchedOffNotice {...data} words={t.manager.told} />
      <HaltedNotice {...data} t={t} />
      <MailingNotices {...data} t={t} language={language} />
      {going && <GoingRun {...reader} {...data} going={going} />}
      <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_344px] lg:items-start lg:gap-10">
        <div class="flex min-w-0 flex-col gap-8">
          {hasRuns
            ? <RunsSection {...data} {...reader} />
            : <MailingFacts {...data} {...reader} />}
        </div>
        <div class="flex min-w-0 flex-col gap-6">
          <NextTimes {...data} t={t} />
          {hasRuns && <MailingFacts {...data} {...reader} />}
        </div>
      </div>
    </>
  );
});

// Once its time has come the mailing is as good as running: its run is about to begin.
function asSeen({ mailing, going }: MailingView): MailingSettings {
  const isBeginning = going && mailing.status === "scheduled";
  return isBeginning ? { ...mailing, status: "running" } : mailing;
}
