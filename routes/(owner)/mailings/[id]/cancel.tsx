import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";
import { activeRunOf } from "../(_parts)/active_run.ts";
import { messagesInWords } from "../(_parts)/words.ts";

export const handler = defineOwner.handlers({
  async GET({ state, params }) {
    const { core, user } = state;
    const mailing = await core.mailings.of(user.id).get(params.id!);
    const run = await activeRunOf(mailing, core);
    const waiting = run ? (await core.delivery.totals(run)).waiting : 0;
    return page({ mailing, waiting });
  },
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user } = ctx.state;
      const { id } = await core.mailings.of(user.id).cancel(ctx.params.id!);
      return {
        path: `/mailings/${id}`,
        text: "Cancelled. Nothing more goes out from it.",
      };
    }),
});

export default defineOwner.page<typeof handler>(({ data }) => {
  const { mailing, waiting } = data;
  const path = `/mailings/${mailing.id}`;
  const goes = [
    waiting > 0 && `${messagesInWords(waiting)} still waiting to be sent`,
    mailing.nextDueAt && "All its sending times to come",
  ].filter((line) => typeof line === "string");
  return (
    <>
      <Head>
        <title>{`Cancel ${mailing.name} · Sendoff`}</title>
      </Head>
      <PageHeader
        title="Cancel mailing"
        crumbs={[
          { href: "/mailings", label: "Mailings" },
          { href: path, label: mailing.name },
        ]}
      />
      <ConfirmPanel
        action={`${path}/cancel`}
        title={`Cancel “${mailing.name}” for good?`}
        goes={goes}
        confirm="Cancel the mailing"
        cancel={{ href: path, label: "Leave it as it is" }}
      >
        <p>
          What has gone out stays in the reports, and a copy of the mailing can
          be sent. {goes.length > 0 && "What goes:"}
        </p>
      </ConfirmPanel>
    </>
  );
});
