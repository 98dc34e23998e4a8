import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";

const COUNTED = 100;

export const handler = defineOwner.handlers({
  async GET({ state, params }) {
    const { core, user } = state;
    const mailing = await core.mailings.of(user.id).get(params.id!);
    const { items, next } = await core.runs.of(user.id)
      .list(mailing.id, { limit: COUNTED });
    return page({ mailing, runs: items.length, more: next !== undefined });
  },
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user, t } = ctx.state;
      const mailings = core.mailings.of(user.id);
      const { name } = await mailings.get(ctx.params.id!);
      await mailings.remove(ctx.params.id!);
      return { path: "/mailings", text: t.mailings.told.deleted(name) };
    }),
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const words = t.mailings.deletion;
  const { mailing, runs, more } = data;
  const path = `/mailings/${mailing.id}`;
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
        action={`${path}/delete`}
        title={words.ask(mailing.name)}
        goes={[
          words.settings,
          ...(runs > 0 ? [words.runs(runs, { more }), words.attempts] : []),
        ]}
        confirm={words.confirm}
        cancel={{ href: path, label: words.keep }}
      >
        <p>{words.about}</p>
      </ConfirmPanel>
    </>
  );
});
