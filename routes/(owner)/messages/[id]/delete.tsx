import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { StillNeeded } from "../../../../components/StillNeeded.tsx";
import type { MailingText } from "../../../../core/messages/message.ts";
import { defineOwner } from "../../../../web/define.ts";
import { submit } from "../../../../web/forms.ts";
import { listHref } from "../../../../web/list_href.ts";
import { redirectWith } from "../../../../web/redirect.ts";

/** The message, and why it cannot go: the core's sentence and the mailings it speaks of. */
interface Deletion {
  message: MailingText;
  refusal?: { reason: string; mailings: string[] };
}

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const message = await core.messages.of(user.id).get(ctx.params.id!);
    return page<Deletion>({ message });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const messages = core.messages.of(user.id);
    const message = await messages.get(ctx.params.id!);
    return await submit(async () => {
      await messages.remove(message.id);
      const text = t.messages.deleted(message.subject);
      return redirectWith(ctx, "/messages", { kind: "done", text });
    }, async ({ "": reason = "" }) => {
      const mailings = await core.mailings.usingText(user.id, message.id);
      const refusal = { reason, mailings };
      return page<Deletion>({ message, refusal }, { status: 409 });
    });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const words = t.messages.deletion;
  const { message: { id, subject }, refusal } = data;
  const here = `/messages/${id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(t.messages.delete(subject))}</title>
      </Head>
      <PageHeader
        title={words.title}
        crumbs={[
          { href: "/messages", label: t.messages.title },
          { href: here, label: subject },
        ]}
      />
      {refusal
        ? (
          <StillNeeded
            title={words.refused}
            reason={refusal.reason}
            mailings={refusal.mailings.map((name) => ({
              href: listHref("/mailings", { q: name }),
              label: name,
            }))}
            back={{ href: here, label: words.back }}
          />
        )
        : (
          <ConfirmPanel
            action={`${here}/delete`}
            title={words.ask(subject)}
            confirm={words.confirm}
            cancel={{ href: here, label: words.keep }}
          >
            <p>{words.about}</p>
          </ConfirmPanel>
        )}
    </>
  );
});
