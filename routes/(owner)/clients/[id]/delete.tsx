import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { StillNeeded } from "../../../../components/StillNeeded.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../../web/define.ts";
import { submit } from "../../../../web/forms.ts";
import { listHref } from "../../../../web/list_href.ts";
import { redirectWith } from "../../../../web/redirect.ts";

/** The client, and why they cannot go: the core's sentence and the mailings it speaks of. */
interface Deletion {
  client: Client;
  refusal?: { reason: string; mailings: string[] };
}

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const client = await core.clients.of(user.id).get(ctx.params.id!);
    return page<Deletion>({ client });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const clients = core.clients.of(user.id);
    const client = await clients.get(ctx.params.id!);
    return await submit(async () => {
      await clients.remove(client.id);
      const text = t.clients.deleted(client.name);
      return redirectWith(ctx, "/clients", { kind: "done", text });
    }, async ({ "": reason = "" }) => {
      const mailings = await core.mailings.usingClient(user.id, client.id);
      const refusal = { reason, mailings };
      return page<Deletion>({ client, refusal }, { status: 409 });
    });
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { client, refusal } = data;
  const words = t.clients.deletion;
  const here = `/clients/${client.id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(t.clients.delete(client.name))}</title>
      </Head>
      <PageHeader
        title={words.title}
        crumbs={[
          { href: "/clients", label: t.clients.title },
          { href: here, label: client.name },
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
        : <Confirmation client={client} t={t} />}
    </>
  );
});

function Confirmation({ client, t }: { client: Client; t: Catalogue }) {
  const words = t.clients.deletion;
  const { id, name, email, comment } = client;
  return (
    <ConfirmPanel
      action={`/clients/${id}/delete`}
      title={words.ask(name)}
      goes={[
        comment ? words.withComment(email) : email,
      ]}
      confirm={words.confirm}
      cancel={{ href: `/clients/${id}`, label: words.keep }}
    >
      <p>{words.about}</p>
    </ConfirmPanel>
  );
}
