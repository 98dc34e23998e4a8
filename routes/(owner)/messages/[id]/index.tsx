import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { OwnClients } from "../../../../core/clients/own_clients.ts";
import { previewOf } from "../../../../core/delivery/preview.ts";
import { defineOwner } from "../../../../web/define.ts";
import { INVENTED, Preview, SampleChoice } from "../(_parts)/Preview.tsx";

const SAMPLES = 20;

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user, site } = ctx.state;
    const message = await core.messages.of(user.id).get(ctx.params.id!);
    const clients = core.clients.of(user.id);
    const { items: samples } = await clients.list({ limit: SAMPLES });
    const wanted = ctx.url.searchParams.get("as") || samples[0]?.id;
    const client = await sampleOf(clients, wanted);
    const now = core.store.now();
    const mail = previewOf(message, {
      owner: user,
      client,
      unsubscribeUrl: `${site.baseUrl}/unsubscribe/…`,
      at: now,
    });
    const others = samples.filter(({ id }) => id !== client.id);
    return page({ message, client, others, mail, now });
  },
});

async function sampleOf(clients: OwnClients, id = INVENTED.id) {
  return id === INVENTED.id ? INVENTED : await clients.get(id);
}

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { message, client, others, mail, now } = data;
  const here = `/messages/${message.id}`;
  return (
    <>
      <Head>
        <title>{`${message.subject} · Sendoff`}</title>
      </Head>
      <PageHeader
        title={message.subject}
        about={
          <span>
            Changed{" "}
            <Time at={message.updatedAt} now={now} zone={state.user.timeZone} />
          </span>
        }
        action={
          <>
            <ButtonLink
              kind="destructive"
              href={`${here}/delete`}
              icon="trash-2"
            >
              Delete
            </ButtonLink>
            <ButtonLink
              kind="quiet"
              href={`/messages/new?from=${message.id}`}
              icon="copy"
            >
              Copy
            </ButtonLink>
            <ButtonLink href={`${here}/edit`} icon="pencil">Edit</ButtonLink>
          </>
        }
      />
      <SampleChoice action={here} chosen={client} others={others} />
      <Preview mail={mail} />
      <div class="mt-5">
        <ButtonLink
          kind="quiet"
          href={`/mailings/new?message=${message.id}`}
          icon="send"
        >
          Send it in a mailing
        </ButtonLink>
      </div>
    </>
  );
});
