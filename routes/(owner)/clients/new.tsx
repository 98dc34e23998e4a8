import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { defineOwner } from "../../../web/define.ts";
import { readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import {
  ClientForm,
  type ClientFormData,
  typedClient,
} from "./(_parts)/ClientForm.tsx";

const EMPTY = { email: "", name: "", comment: "" };

export const handler = defineOwner.handlers({
  GET: () => page<ClientFormData>({ values: EMPTY }),
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    const values = typedClient(form);
    return await submit(async () => {
      const { name } = await core.clients.of(user.id).create(values);
      const next = form.has("another") ? "/clients/new" : "/clients";
      return redirectWith(ctx, next, { kind: "done", text: `${name} added.` });
    }, (errors) => page<ClientFormData>({ values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data }) => (
  <>
    <Head>
      <title>Add client · Sendoff</title>
    </Head>
    <PageHeader title="Add client" />
    <ClientForm
      {...data}
      actions={
        <>
          <Button>Add client</Button>
          <Button kind="quiet" name="another" value="yes">
            Add and go on to the next
          </Button>
          <ButtonLink kind="quiet" href="/clients">Cancel</ButtonLink>
        </>
      }
    />
  </>
));
