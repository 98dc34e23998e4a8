import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { Sheet } from "../../../../components/Sheet.tsx";
import { Status } from "../../../../components/Status.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import { ClientDetails } from "../(_parts)/ClientDetails.tsx";
import { SentTable } from "../(_parts)/SentTable.tsx";

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const client = await core.clients.of(user.id).get(ctx.params.id!);
    const cursor = ctx.url.searchParams.get("at") || undefined;
    const sent = await core.delivery.history(client, { cursor, limit: 20 });
    const mailings = core.mailings.of(user.id);
    const ids = new Set(sent.items.map(({ mailingId }) => mailingId));
    const found = await Promise.all([...ids].map((id) => mailings.find(id)));
    const names = new Map(
      found.flatMap((mailing) =>
        mailing ? [[mailing.id, mailing.name] as const] : []
      ),
    );
    return page({ client, sent, names, now: core.store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { client, sent, names, now } = data;
  const here = `/clients/${client.id}`;
  const { t } = state;
  const words = t.clients.sent;
  const at = (cursor: string | undefined) =>
    cursor && listHref(here, { at: cursor });
  return (
    <>
      <Head>
        <title>{t.common.title(client.name)}</title>
      </Head>
      <PageHeader
        title={client.name}
        about={client.unsubscribedAt && <Status state="unsubscribed" />}
        action={
          <>
            <ButtonLink
              kind="destructive"
              href={`${here}/delete`}
              icon="trash-2"
            >
              {t.common.delete}
            </ButtonLink>
            <ButtonLink href={`${here}/edit`} icon="pencil">
              {t.common.edit}
            </ButtonLink>
          </>
        }
      />
      <Sheet>
        <ClientDetails client={client} now={now} t={t} />
      </Sheet>
      <h2 class="mb-4 mt-10 text-17 font-semibold">{words.title}</h2>
      {sent.items.length > 0
        ? <SentTable attempts={sent.items} names={names} now={now} t={t} />
        : (
          <p class="text-faded">
            {client.unsubscribedAt ? words.nothingEver : words.nothing}
          </p>
        )}
      <Pagination previous={at(sent.previous)} next={at(sent.next)} />
    </>
  );
});
