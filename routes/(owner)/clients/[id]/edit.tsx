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
    const { core, user } = ctx.state;
    const clients = core.clients.of(user.id);
    const client = await clients.get(ctx.params.id!);
    const values = typedClient(await readForm(ctx.req));
    return await submit(async () => {
      const { id, name } = await clients.update(client.id, values);
      const text = `${name} saved.`;
      return redirectWith(ctx, `/clients/${id}`, { kind: "done", text });
    }, (errors) => page<Edited>({ client, values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data }) => {
  const { client, ...form } = data;
  const here = `/clients/${client.id}`;
  return (
    <>
      <Head>
        <title>{`Edit ${client.name} · Sendoff`}</title>
      </Head>
      <PageHeader
        title="Edit client"
        crumbs={[
          { href: "/clients", label: "Clients" },
          { href: here, label: client.name },
        ]}
      />
      <ClientForm
        {...form}
        actions={
          <>
            <Button>Save client</Button>
            <ButtonLink kind="quiet" href={here}>Cancel</ButtonLink>
          </>
        }
      />
    </>
  );
});
