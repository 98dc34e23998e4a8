import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextArea } from "../../../components/TextArea.tsx";
import {
  parseClientList,
  type RejectedLine,
} from "../../../core/clients/client_list.ts";
import type { Core } from "../../../core/core.ts";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { ImportResult } from "./(_parts)/ImportResult.tsx";

/** The form as it comes back: what is left of the list, and what became of the rest. */
interface ImportData {
  list: string;
  errors?: FormErrors;
  result?: { created: number; present: string[]; rejected: RejectedLine[] };
}

export const handler = defineOwner.handlers({
  GET: () => page<ImportData>({ list: "" }),
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    return await submit(async () => {
      const list = (await readForm(ctx.req)).text("list");
      const { rest, ...result } = await addAll(core, user.id, list);
      if (result.rejected.length > 0) {
        return page<ImportData>({ list: rest, result }, { status: 422 });
      }
      if (result.present.length > 0) {
        return page<ImportData>({ list: "", result });
      }
      if (result.created === 0) {
        const errors = { list: t.clients.list.empty };
        return page<ImportData>({ list, errors }, { status: 422 });
      }
      const text = t.clients.list.done(result.created);
      return redirectWith(ctx, "/clients", { kind: "done", text });
    }, (errors) => page<ImportData>({ list: "", errors }, { status: 422 }));
  },
});

async function addAll(core: Core, ownerId: string, list: string) {
  const { clients, rejected, rest } = parseClientList(list);
  const imported = await core.clients.of(ownerId).createMany(clients);
  return { ...imported, rejected, rest };
}

export default defineOwner.page<typeof handler>(({ data, state: { t } }) => {
  const { list, errors = {}, result } = data;
  const words = t.clients.list;
  return (
    <>
      <Head>
        <title>{t.common.title(words.title)}</title>
      </Head>
      <PageHeader title={words.title} />
      {result && <ImportResult {...result} t={t} />}
      <Form
        encType="multipart/form-data"
        actions={
          <>
            <Button>{words.confirm}</Button>
            <ButtonLink kind="quiet" href="/clients">
              {result ? words.back : t.common.cancel}
            </ButtonLink>
          </>
        }
      >
        <FormError errors={errors} title={words.nobodyYet} />
        <TextArea
          name="list"
          label={result && list ? words.mend : words.label}
          rows={12}
          mono
          value={list}
          error={errors.list}
          help={words.help}
        />
        <Formats words={words} />
      </Form>
    </>
  );
});

function Formats({ words }: { words: Catalogue["clients"]["list"] }) {
  return (
    <div class="text-13 text-faded">
      <p>{words.formats}</p>
      <pre class="my-2 overflow-x-auto rounded border bg-wash px-3 py-2 font-mono text-ink">
        {words.examples}
      </pre>
      <p>{words.columns}</p>
    </div>
  );
}
