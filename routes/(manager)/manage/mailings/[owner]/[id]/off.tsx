import { type Context, page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../../../../components/FormError.tsx";
import { PageHeader } from "../../../../../../components/PageHeader.tsx";
import { isActive } from "../../../../../../core/mailings/run.ts";
import { defineOwner, type OwnerState } from "../../../../../../web/define.ts";
import {
  type FormErrors,
  readForm,
  submit,
} from "../../../../../../web/forms.ts";
import { redirectWith } from "../../../../../../web/redirect.ts";
import { addressIn, pathOf } from "../../../../(_parts)/mailing_address.ts";

export const handler = defineOwner.handlers({
  GET: async (ctx) => page(await viewOf(ctx, { reason: "", errors: {} })),
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const reason = (await readForm(ctx.req)).text("reason");
    return await submit(
      async () => {
        const mailing = await core.oversight.mailings
          .switchOff(addressIn(ctx.params), { reason, by });
        return redirectWith(ctx, pathOf(mailing), {
          kind: "done",
          text: t.manager.mailings.wasSwitchedOff(mailing.name),
        });
      },
      async (errors) =>
        page(await viewOf(ctx, { reason, errors }), { status: 422 }),
    );
  },
});

/** What will happen, and the field for the reason. */
export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { mailing, waiting, reason, errors } = data;
  const words = t.manager.mailings;
  const { offGoes: goes } = words;
  const path = pathOf(mailing);
  return (
    <>
      <Head>
        <title>{t.common.title(words.offTitle(mailing.name))}</title>
      </Head>
      <PageHeader
        title={words.offPage}
        crumbs={[
          { href: "/manage/mailings", label: words.title },
          { href: path, label: mailing.name },
        ]}
      />
      <div class="flex max-w-form flex-col gap-5">
        <FormError errors={errors} />
        <ConfirmPanel
          action={`${path}/off`}
          title={words.offTitle(mailing.name)}
          goes={[
            ...(waiting === undefined ? [] : [goes.run(waiting)]),
            goes.times,
            goes.owner,
          ]}
          typed={{
            name: "reason",
            label: words.offReason,
            help: words.offHelp,
            value: reason,
            error: errors.reason,
          }}
          confirm={words.offConfirm}
          cancel={{ href: path, label: words.leave }}
        >
          <p>{words.offStays}</p>
        </ConfirmPanel>
      </div>
    </>
  );
});

async function viewOf(
  { state: { core }, params }: Context<OwnerState>,
  typed: { reason: string; errors: FormErrors },
) {
  const address = addressIn(params);
  const { mailing } = await core.oversight.mailings.get(address);
  const { items } = await core.oversight.mailings.runsOf(address, { limit: 1 });
  const going = items.find(({ run }) => isActive(run));
  return { ...typed, mailing, waiting: going?.totals.waiting };
}
