import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../../../components/PageHeader.tsx";
import { Status } from "../../../../../../components/Status.tsx";
import { shownStatus } from "../../../../../../core/mailings/mailing.ts";
import { defineOwner } from "../../../../../../web/define.ts";
import { Halted } from "../../../../(_parts)/Halted.tsx";
import { MessageSheet } from "../../../../(_parts)/MessageSheet.tsx";
import { addressIn } from "../../../../(_parts)/mailing_address.ts";
import { RunsSheet } from "../../../../(_parts)/RunsSheet.tsx";
import { SwitchAction } from "../../../../(_parts)/SwitchAction.tsx";
import { WatchedMailingFacts } from "../../../../(_parts)/WatchedMailingFacts.tsx";
import { WatchedTimes } from "../../../../(_parts)/WatchedTimes.tsx";

const SHOWN_RUNS = 20;

export const handler = defineOwner.handlers({
  async GET({ state: { core }, params, url }) {
    const { mailings } = core.oversight;
    const address = addressIn(params);
    const watched = await mailings.get(address);
    const runs = await mailings.runsOf(address, {
      cursor: url.searchParams.get("at") || undefined,
      limit: SHOWN_RUNS,
    });
    return page({ ...watched, runs, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { mailing, message, now } = data;
  const { t, permissions } = state;
  const words = t.manager.mailings;
  return (
    <>
      <Head>
        <title>{t.common.title(mailing.name)}</title>
      </Head>
      <PageHeader
        title={mailing.name}
        crumbs={[{ href: "/manage/mailings", label: words.title }]}
        about={<Status state={shownStatus(mailing)} />}
        action={permissions.has("mailings.switch_off") && (
          <SwitchAction mailing={mailing} words={words} />
        )}
      />
      {mailing.switchedOff && (
        <Halted {...mailing.switchedOff} title={words.isOff} now={now} />
      )}
      <div class="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_344px] lg:items-start lg:gap-10">
        <div class="flex min-w-0 flex-col gap-8">
          <RunsSheet {...data} words={words} />
          <MessageSheet message={message} words={words} />
        </div>
        <div class="flex min-w-0 flex-col gap-6">
          <WatchedMailingFacts {...data} t={t} />
          <WatchedTimes mailing={mailing} words={words} now={now} />
        </div>
      </div>
    </>
  );
});
