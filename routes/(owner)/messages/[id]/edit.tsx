import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { Flash } from "../../../../components/Flash.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import type { MailingText } from "../../../../core/messages/message.ts";
import { defineOwner } from "../../../../web/define.ts";
import { readForm, submit } from "../../../../web/forms.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import {
  MessageForm,
  type MessageFormData,
  typedMessage,
} from "../(_parts)/MessageForm.tsx";

interface Edited extends MessageFormData {
  message: MailingText;
  /** The mailings that are under way with it. */
  underWay: readonly string[];
}

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const message = await core.messages.of(user.id).get(ctx.params.id!);
    const underWay = await core.mailings.sendingText(user.id, message.id);
    return page<Edited>({ message, underWay, values: message });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const messages = core.messages.of(user.id);
    const message = await messages.get(ctx.params.id!);
    const values = typedMessage(await readForm(ctx.req));
    return await submit(async () => {
      const { id, subject } = await messages.update(message.id, values);
      const text = t.messages.saved(subject);
      return redirectWith(ctx, `/messages/${id}`, { kind: "done", text });
    }, async (errors) => {
      const underWay = await core.mailings.sendingText(user.id, message.id);
      return page<Edited>({ message, underWay, values, errors }, {
        status: 422,
      });
    });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { message, underWay, ...form } = data;
  const here = `/messages/${message.id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(t.messages.edit(message.subject))}</title>
      </Head>
      <PageHeader
        title={t.messages.editing}
        crumbs={[
          { href: "/messages", label: t.messages.title },
          { href: here, label: message.subject },
        ]}
      />
      {underWay.length > 0 && (
        <Flash kind="notice">
          {t.mailings.held.inUse(underWay.join(", "))}
        </Flash>
      )}
      <MessageForm
        {...form}
        t={t}
        actions={
          <>
            <Button>{t.messages.save}</Button>
            <ButtonLink kind="quiet" href={here}>{t.common.cancel}</ButtonLink>
          </>
        }
      />
    </>
  );
});
