import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import { defineOwner } from "../../../../web/define.ts";
import { readForm, submit } from "../../../../web/forms.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import {
  ClientForm,
  type ClientFormData,
  typedClient,
} from "../(_parts)/ClientForm.tsx";

type Edited = ClientFormData & { client: Client };

export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const client = await core.clients.of(user.id).get(ctx.params.id!);
    return page<Edited>({ client, values: client });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const clients = core.clients.of(user.id);
    const client = await clients.get(ctx.params.id!);
    const values = typedClient(await readForm(ctx.req));
    return await submit(async () => {
      const { id, name } = await clients.update(client.id, values);
      const text = t.clients.saved(name);
      return redirectWith(ctx, `/clients/${id}`, { kind: "done", text });
    }, (errors) => page<Edited>({ client, values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { client, ...form } = data;
  const here = `/clients/${client.id}`;
  return (
    <>
      <Head>
        <title>{t.common.title(t.clients.edit(client.name))}</title>
      </Head>
      <PageHeader
        title={t.clients.editing}
        crumbs={[
          { href: "/clients", label: t.clients.title },
          { href: here, label: client.name },
        ]}
      />
      <ClientForm
        {...form}
        t={t}
        actions={
          <>
            <Button>{t.clients.save}</Button>
            <ButtonLink kind="quiet" href={here}>{t.common.cancel}</ButtonLink>
          </>
        }
      />
    </>
  );
});
