import { signal } from "@preact/signals";
import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import {
  assertFew,
  mailingInput,
  newFields,
  typedFields,
  withLacking,
} from "./(_parts)/fields.ts";
import { formData } from "./(_parts)/form_data.ts";
import { MailingForm } from "./(_parts)/MailingForm.tsx";
import { newForm, readOnce } from "./(_parts)/once.ts";
import { toldOf } from "./(_parts)/told.ts";

export const handler = defineOwner.handlers({
  async GET({ state, url }) {
    const { core, user } = state;
    const fields = {
      ...newFields(user, core.store.now()),
      textId: url.searchParams.get("message") ?? "",
    };
    const once = newForm(state);
    return page(await formData(fields, {}, { ...state, once }));
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    const fields = typedFields(form);
    const intent = form.text("intent");
    const now = core.store.now();
    const { once, id } = readOnce(form.text("once"), ctx.state);
    const shown = async (errors: FormErrors) =>
      page(await formData(fields, errors, { ...ctx.state, once }), {
        status: Object.keys(errors).length > 0 ? 422 : 200,
      });
    return await submit(
      async () => {
        assertFew(fields);
        if (intent !== "launch" && intent !== "draft") return await shown({});
        const launch = intent === "launch";
        const mailing = await core.mailings.of(user.id).create(
          mailingInput(fields, { now, isDraft: !launch }),
          { launch, id },
        );
        return redirectWith(ctx, `/mailings/${mailing.id}`, {
          kind: "done",
          text: toldOf(mailing, { ...ctx.state, now }),
        });
      },
      (errors) =>
        shown(intent === "launch" ? withLacking(errors, fields) : errors),
    );
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => (
  <>
    <Head>
      <title>{t.common.title(t.mailings.new)}</title>
    </Head>
    <PageHeader title={t.mailings.new} />
    <MailingForm {...data} t={t} summary={signal(data.summary)} />
  </>
));
