import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { defineOwner } from "../../../web/define.ts";
import { readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import {
  MessageForm,
  type MessageFormData,
  typedMessage,
} from "./(_parts)/MessageForm.tsx";

const EMPTY = { subject: "", body: "" };

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const from = ctx.url.searchParams.get("from");
    const values = from ? await core.messages.of(user.id).get(from) : EMPTY;
    return page<MessageFormData>({ values });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const values = typedMessage(await readForm(ctx.req));
    return await submit(async () => {
      const { id, subject } = await core.messages.of(user.id).create(values);
      const text = t.messages.saved(subject);
      return redirectWith(ctx, `/messages/${id}`, { kind: "done", text });
    }, (errors) => page<MessageFormData>({ values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => (
  <>
    <Head>
      <title>{t.common.title(t.messages.write)}</title>
    </Head>
    <PageHeader title={t.messages.write} />
    <MessageForm
      {...data}
      t={t}
      actions={
        <>
          <Button>{t.messages.save}</Button>
          <ButtonLink kind="quiet" href="/messages">
            {t.common.cancel}
          </ButtonLink>
        </>
      }
    />
  </>
));
