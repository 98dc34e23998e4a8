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
    const { core, user } = ctx.state;
    const values = typedMessage(await readForm(ctx.req));
    return await submit(async () => {
      const { id, subject } = await core.messages.of(user.id).create(values);
      const text = `“${subject}” saved.`;
      return redirectWith(ctx, `/messages/${id}`, { kind: "done", text });
    }, (errors) => page<MessageFormData>({ values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>Write message · Sendoff</title>
    </Head>
    <PageHeader title="Write message" />
    <MessageForm
      {...data}
      actions={
        <>
          <Button>Save message</Button>
          <ButtonLink kind="quiet" href="/messages">Cancel</ButtonLink>
        </>
      }
    />
  </>
));
