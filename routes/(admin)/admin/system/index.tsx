import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { Count } from "../../../../components/Count.tsx";
import { DescriptionList } from "../../../../components/DescriptionList.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Sheet } from "../../../../components/Sheet.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { ActiveRuns } from "./(_parts)/ActiveRuns.tsx";
import { ClosedDoors } from "./(_parts)/ClosedDoors.tsx";
import { MailService } from "./(_parts)/MailService.tsx";
import { Warnings } from "./(_parts)/Warnings.tsx";

const RUNS = 20;

/** How the service is doing right now. */
export const handler = defineOwner.handlers({
  async GET({ state: { core } }) {
    const figures = [["site", "people"], ["site", "mailings"]];
    const [condition, [people = 0, mailings = 0], warnings] = await Promise
      .all([
        core.watch.look({ limit: RUNS }),
        core.store.counters.getMany(figures),
        core.warnings.list(),
      ]);
    const now = core.store.now();
    return page({ condition, people, mailings, warnings, now });
  },
});

/** The page on the system. */
export default defineOwner.page<typeof handler>(
  function SystemPage({ data, state: { t } }) {
    const { condition, people, mailings, warnings, now } = data;
    const words = t.admin.system;
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader
          title={words.title}
          about={words.about}
          action={
            <ButtonLink
              kind="quiet"
              icon="scroll-text"
              href="/admin/system/journal"
            >
              {words.journalLink}
            </ButtonLink>
          }
        />
        <div class="flex flex-col gap-6">
          <ActiveRuns {...{ condition, now, t }} />
          <ClosedDoors service={condition.service} {...{ now, t }} />
          <div class="grid gap-6 lg:grid-cols-2 lg:items-start">
            <MailService service={condition.service} t={t} />
            <Sheet title={words.store}>
              <DescriptionList
                facts={[
                  [words.clients, <Count key="clients" value={people} />],
                  [words.mailings, <Count key="mailings" value={mailings} />],
                  [
                    words.awaitingPurge,
                    <Count key="gone" value={condition.deletedAccounts} />,
                  ],
                  ["Deno", Deno.version.deno],
                  ["V8", Deno.version.v8],
                ]}
              />
            </Sheet>
          </div>
          <Warnings {...{ warnings, now, t }} />
        </div>
      </>
    );
  },
);
