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
    const { core, user, t } = ctx.state;
    const form = await readForm(ctx.req);
    const values = typedClient(form);
    return await submit(async () => {
      const { name } = await core.clients.of(user.id).create(values);
      const next = form.has("another") ? "/clients/new" : "/clients";
      const text = t.clients.added(name);
      return redirectWith(ctx, next, { kind: "done", text });
    }, (errors) => page<ClientFormData>({ values, errors }, { status: 422 }));
  },
});

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => (
  <>
    <Head>
      <title>{t.common.title(t.clients.add)}</title>
    </Head>
    <PageHeader title={t.clients.add} />
    <ClientForm
      {...data}
      t={t}
      actions={
        <>
          <Button>{t.clients.add}</Button>
          <Button kind="quiet" name="another" value="yes">
            {t.clients.addNext}
          </Button>
          <ButtonLink kind="quiet" href="/clients">
            {t.common.cancel}
          </ButtonLink>
        </>
      }
    />
  </>
));
