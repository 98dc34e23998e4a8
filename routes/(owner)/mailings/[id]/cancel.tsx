import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";
import { activeRunOf } from "../(_parts)/active_run.ts";

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
      const { core, user, t } = ctx.state;
      const { id } = await core.mailings.of(user.id).cancel(ctx.params.id!);
      return {
        path: `/mailings/${id}`,
        text: t.mailings.told.cancelled,
      };
    }),
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const words = t.mailings.cancelling;
  const { mailing, waiting } = data;
  const path = `/mailings/${mailing.id}`;
  const goes = [
    waiting > 0 && words.waiting(waiting),
    mailing.nextDueAt && words.times,
  ].filter((line) => typeof line === "string");
  return (
    <>
      <Head>
        <title>{t.common.title(words.ask(mailing.name))}</title>
      </Head>
      <PageHeader
        title={words.title}
        crumbs={[
          { href: "/mailings", label: t.mailings.title },
          { href: path, label: mailing.name },
        ]}
      />
      <ConfirmPanel
        action={`${path}/cancel`}
        title={words.ask(mailing.name)}
        goes={goes}
        confirm={words.confirm}
        cancel={{ href: path, label: words.keep }}
      >
        <p>
          {words.about} {goes.length > 0 && words.goes}
        </p>
      </ConfirmPanel>
    </>
  );
});
