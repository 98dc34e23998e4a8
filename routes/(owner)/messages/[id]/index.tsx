import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { OwnClients } from "../../../../core/clients/own_clients.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { previewOf } from "../../../../core/delivery/preview.ts";
import { defineOwner } from "../../../../web/define.ts";
import {
  INVENTED,
  inventedSample,
  Preview,
  SampleChoice,
} from "../(_parts)/Preview.tsx";

const SAMPLES = 20;

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user, site, t } = ctx.state;
    const message = await core.messages.of(user.id).get(ctx.params.id!);
    const clients = core.clients.of(user.id);
    const { items: samples } = await clients.list({ limit: SAMPLES });
    const wanted = ctx.url.searchParams.get("as") || samples[0]?.id;
    const client = await sampleOf(clients, { id: wanted, t });
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

async function sampleOf(
  clients: OwnClients,
  { id = INVENTED, t }: { id: string | undefined; t: Catalogue },
) {
  return id === INVENTED ? inventedSample(t) : await clients.get(id);
}

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const words = t.messages.page;
  const { message, client, others, mail, now } = data;
  const here = `/messages/${message.id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(message.subject)}</title>
      </Head>
      <PageHeader
        title={message.subject}
        about={
          <span>
            {words.changed} <Time at={message.updatedAt} now={now} />
          </span>
        }
        action={
          <>
            <ButtonLink
              kind="destructive"
              href={`${here}/delete`}
              icon="trash-2"
            >
              {t.common.delete}
            </ButtonLink>
            <ButtonLink
              kind="quiet"
              href={`/messages/new?from=${message.id}`}
              icon="copy"
            >
              {words.copy}
            </ButtonLink>
            <ButtonLink href={`${here}/edit`} icon="pencil">
              {t.common.edit}
            </ButtonLink>
          </>
        }
      />
      <SampleChoice action={here} chosen={client} others={others} t={t} />
      <Preview mail={mail} t={t} />
      <div class="mt-5">
        <ButtonLink
          kind="quiet"
          href={`/mailings/new?message=${message.id}`}
          icon="send"
        >
          {words.send}
        </ButtonLink>
      </div>
    </>
  );
});
