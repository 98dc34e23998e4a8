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
      const { core, user } = ctx.state;
      const mailings = core.mailings.of(user.id);
      const { name } = await mailings.get(ctx.params.id!);
      await mailings.remove(ctx.params.id!);
      return { path: "/mailings", text: `“${name}” is deleted.` };
    }),
});

export default defineOwner.page<typeof handler>(({ data }) => {
  const { mailing, runs, more } = data;
  const path = `/mailings/${mailing.id}`;
  return (
    <>
      <Head>
        <title>{`Delete ${mailing.name} · Sendoff`}</title>
      </Head>
      <PageHeader
        title="Delete mailing"
        crumbs={[
          { href: "/mailings", label: "Mailings" },
          { href: path, label: mailing.name },
        ]}
      />
      <ConfirmPanel
        action={`${path}/delete`}
        title={`Delete “${mailing.name}”?`}
        goes={[
          "The mailing and its settings",
          ...(runs > 0 ? [runsInWords(runs, more), EVERY_ATTEMPT] : []),
        ]}
        confirm="Delete the mailing"
        cancel={{ href: path, label: "Keep it" }}
      >
        <p>The message and your clients stay. What goes:</p>
      </ConfirmPanel>
    </>
  );
});

const EVERY_ATTEMPT = "What became of every message it sent";

function runsInWords(count: number, more: boolean): string {
  if (more) return `More than ${count} runs with their numbers`;
  return count === 1
    ? "1 run with its numbers"
    : `${count} runs with their numbers`;
}
