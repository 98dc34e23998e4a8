import { type Context, page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { defineOwner, type OwnerState } from "../../../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../../../web/forms.ts";
import { redirectWith } from "../../../../../web/redirect.ts";

export const handler = defineOwner.handlers({
  GET: async (ctx) => page(await viewOf(ctx, { reason: "", errors: {} })),
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const reason = (await readForm(ctx.req)).text("reason");
    return await submit(
      async () => {
        const { id, name } = await core.oversight.users
          .block(ctx.params.id ?? "", { reason, by });
        return redirectWith(ctx, `/manage/users/${id}`, {
          kind: "done",
          text: t.manager.users.wasBlocked(name),
        });
      },
      async (errors) =>
        page(await viewOf(ctx, { reason, errors }), { status: 422 }),
    );
  },
});

/** What will happen, and the field for the reason. */
export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { user, reason, errors } = data;
  const words = t.manager.users;
  const path = `/manage/users/${user.id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(words.blockTitle(user.name))}</title>
      </Head>
      <PageHeader
        title={words.blockPage}
        crumbs={[
          { href: "/manage/users", label: words.title },
          { href: path, label: user.name },
        ]}
      />
      <div class="flex max-w-form flex-col gap-5">
        <FormError errors={errors} />
        <ConfirmPanel
          action={`${path}/block`}
          title={words.blockTitle(user.name)}
          goes={[words.blockGoes.sessions, words.blockGoes.runs]}
          typed={{
            name: "reason",
            label: words.reason,
            help: words.reasonHelp,
            value: reason,
            error: errors.reason,
          }}
          confirm={words.blockConfirm}
          cancel={{ href: path, label: words.leave }}
        >
          <p>{words.blockStays}</p>
        </ConfirmPanel>
      </div>
    </>
  );
});

async function viewOf(
  { state: { core }, params }: Context<OwnerState>,
  typed: { reason: string; errors: FormErrors },
) {
  const { user } = await core.oversight.users.get(params.id ?? "");
  return { ...typed, user };
}
