import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { StillNeeded } from "../../../../components/StillNeeded.tsx";
import type { Client } from "../../../../core/clients/client.ts";
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
    const { core, user } = ctx.state;
    const clients = core.clients.of(user.id);
    const client = await clients.get(ctx.params.id!);
    return await submit(async () => {
      await clients.remove(client.id);
      const text = `${client.name} deleted.`;
      return redirectWith(ctx, "/clients", { kind: "done", text });
    }, async ({ "": reason = "" }) => {
      const mailings = await core.mailings.usingClient(user.id, client.id);
      const refusal = { reason, mailings };
      return page<Deletion>({ client, refusal }, { status: 409 });
    });
  },
});

export default defineOwner.page<typeof handler>(({ data }) => {
  const { client, refusal } = data;
  const here = `/clients/${client.id}`;
  return (
    <>
      <Head>
        <title>{`Delete ${client.name} · Sendoff`}</title>
      </Head>
      <PageHeader
        title="Delete client"
        crumbs={[
          { href: "/clients", label: "Clients" },
          { href: here, label: client.name },
        ]}
      />
      {refusal
        ? (
          <StillNeeded
            title="Nothing was deleted"
            reason={refusal.reason}
            mailings={refusal.mailings.map((name) => ({
              href: listHref("/mailings", { q: name }),
              label: name,
            }))}
            back={{ href: here, label: "Back to the client" }}
          />
        )
        : <Confirmation client={client} />}
    </>
  );
});

function Confirmation({ client }: { client: Client }) {
  const { id, name, email, comment, unsubscribedAt } = client;
  return (
    <ConfirmPanel
      action={`/clients/${id}/delete`}
      title={`Delete ${name}?`}
      goes={[
        comment ? `${email} and your comment` : email,
        ...(unsubscribedAt
          ? [
            "the note that they unsubscribed: added again, they get mail again",
          ]
          : []),
      ]}
      confirm="Delete client"
      cancel={{ href: `/clients/${id}`, label: "Keep client" }}
    >
      <p>
        This cannot be undone. The reports of past runs keep what was sent. What
        will go:
      </p>
    </ConfirmPanel>
  );
}
