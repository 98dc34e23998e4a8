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
import { toldOf } from "./(_parts)/told.ts";

export const handler = defineOwner.handlers({
  async GET({ state, url }) {
    const { core, user } = state;
    const fields = {
      ...newFields(user, core.store.now()),
      textId: url.searchParams.get("message") ?? "",
    };
    return page(await formData(fields, {}, { core, user }));
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    const fields = typedFields(form);
    const intent = form.text("intent");
    const now = core.store.now();
    const shown = async (errors: FormErrors) =>
      page(await formData(fields, errors, { core, user }), {
        status: Object.keys(errors).length > 0 ? 422 : 200,
      });
    return await submit(
      async () => {
        assertFew(fields);
        if (intent !== "launch" && intent !== "draft") return await shown({});
        const launch = intent === "launch";
        const mailing = await core.mailings.of(user.id).create(
          mailingInput(fields, { now, isDraft: !launch }),
          { launch },
        );
        return redirectWith(ctx, `/mailings/${mailing.id}`, {
          kind: "done",
          text: toldOf(mailing, now),
        });
      },
      (errors) =>
        shown(intent === "launch" ? withLacking(errors, fields) : errors),
    );
  },
});

export default defineOwner.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>New mailing · Sendoff</title>
    </Head>
    <PageHeader title="New mailing" />
    <MailingForm {...data} summary={signal(data.summary)} />
  </>
));
