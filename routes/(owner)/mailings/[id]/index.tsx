import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Status } from "../../../../components/Status.tsx";
import { shownStatus } from "../../../../core/mailings/mailing.ts";
import { defineOwner } from "../../../../web/define.ts";
import { MailingActions } from "../(_parts)/MailingActions.tsx";
import { MailingFacts } from "../(_parts)/MailingFacts.tsx";
import { MailingNotices } from "../(_parts)/MailingNotices.tsx";
import { lookUpMailing } from "../(_parts)/mailing_view.ts";
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
  const { mailing } = data;
  const zone = state.user.timeZone;
  return (
    <>
      <Head>
        <title>{`${mailing.name} · Sendoff`}</title>
      </Head>
      <PageHeader
        title={mailing.name}
        about={<Status state={shownStatus(mailing)} />}
        action={<MailingActions mailing={mailing} action={data.launchWords} />}
      />
      <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_320px] lg:items-start lg:gap-10">
        <div class="flex min-w-0 flex-col gap-8 lg:order-2">
          <MailingFacts {...data} />
        </div>
        <div class="flex min-w-0 flex-col gap-8">
          <MailingNotices {...data} />
          <RunsSection {...data} zone={zone} />
        </div>
      </div>
    </>
  );
});
