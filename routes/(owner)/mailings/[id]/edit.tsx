import { signal } from "@preact/signals";
import { type Context, page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { assertEditable } from "../../../../core/mailings/transitions.ts";
import { defineOwner, type OwnerState } from "../../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../../web/forms.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import { act } from "../(_parts)/act.ts";
import {
  assertFew,
  fieldsOf,
  mailingInput,
  typedFields,
  withLacking,
} from "../(_parts)/fields.ts";
import { chosenIds, formData } from "../(_parts)/form_data.ts";
import { MailingForm } from "../(_parts)/MailingForm.tsx";
import { toldOf } from "../(_parts)/told.ts";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const id = ctx.params.id!;
    const mailing = await core.mailings.of(user.id).get(id);
    const { t, language } = ctx.state;
    const context = { core, user, mailing, t, language };
    if (!isOpen(mailing)) return await refused(ctx, mailing);
    const clientIds = await chosenIds(mailing, context);
    const fields = fieldsOf(mailing, { user, clientIds });
    return page({ mailing, ...await formData(fields, {}, context) });
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const mailings = core.mailings.of(user.id);
    const mailing = await mailings.get(ctx.params.id!);
    const form = await readForm(ctx.req);
    const fields = typedFields(form);
    const shown = async (errors: FormErrors) =>
      page(
        {
          mailing,
          ...await formData(fields, errors, { ...ctx.state, mailing }),
        },
        { status: Object.keys(errors).length > 0 ? 422 : 200 },
      );
    const intent = form.text("intent");
    const isLaunch = intent === "launch";
    return await submit(
      async () => {
        assertFew(fields);
        if (intent !== "launch" && intent !== "draft") return await shown({});
        const saved = await save(ctx, { mailing, fields, intent });
        return redirectWith(ctx, `/mailings/${saved.id}`, {
          kind: "done",
          text: toldOf(saved, { ...ctx.state, now: core.store.now() }),
        });
      },
      (errors) => shown(isLaunch ? withLacking(errors, fields) : errors),
    );
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { mailing, ...form } = data;
  return (
    <>
      <Head>
        <title>
          {t.common.title(`${t.mailings.editing}: ${mailing.name}`)}
        </title>
      </Head>
      <PageHeader
        title={t.mailings.editing}
        crumbs={[
          { href: "/mailings", label: t.mailings.title },
          { href: `/mailings/${mailing.id}`, label: mailing.name },
        ]}
      />
      <MailingForm {...form} t={t} summary={signal(form.summary)} />
    </>
  );
});

async function save(
  { state }: Context<OwnerState>,
  { mailing, fields, intent }: {
    mailing: MailingSettings;
    fields: ReturnType<typeof typedFields>;
    intent: "launch" | "draft";
  },
): Promise<MailingSettings> {
  const { core, user } = state;
  const mailings = core.mailings.of(user.id);
  const isDraft = mailing.status === "draft";
  const launch = isDraft && intent === "launch";
  const input = mailingInput(fields, {
    now: core.store.now(),
    isDraft: isDraft && !launch,
  });
  return await mailings.update(mailing.id, input, { launch });
}

function isOpen(mailing: MailingSettings): boolean {
  return ["draft", "scheduled", "paused"].includes(mailing.status);
}

/** Tells on the mailing's page why it cannot be changed now. */
function refused(
  ctx: Context<OwnerState>,
  mailing: MailingSettings,
): Promise<Response> {
  return act(ctx, () => {
    assertEditable(mailing);
    return Promise.resolve({ path: `/mailings/${mailing.id}`, text: "" });
  });
}
