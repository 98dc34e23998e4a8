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
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { counted, ImportResult } from "./(_parts)/ImportResult.tsx";

/** The form as it comes back: what is left of the list, and what became of the rest. */
interface ImportData {
  list: string;
  errors?: FormErrors;
  result?: { created: number; present: string[]; rejected: RejectedLine[] };
}

export const handler = defineOwner.handlers({
  GET: () => page<ImportData>({ list: "" }),
  async POST(ctx) {
    const { core, user } = ctx.state;
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
        const errors = { list: "Paste at least one client." };
        return page<ImportData>({ list, errors }, { status: 422 });
      }
      const text = `${counted(result.created)} added.`;
      return redirectWith(ctx, "/clients", { kind: "done", text });
    }, (errors) => page<ImportData>({ list: "", errors }, { status: 422 }));
  },
});

async function addAll(core: Core, ownerId: string, list: string) {
  const { clients, rejected, rest } = parseClientList(list);
  const imported = await core.clients.of(ownerId).createMany(clients);
  return { ...imported, rejected, rest };
}

export default defineOwner.page<typeof handler>(({ data }) => {
  const { list, errors = {}, result } = data;
  return (
    <>
      <Head>
        <title>Add several clients · Sendoff</title>
      </Head>
      <PageHeader title="Add several clients" />
      {result && <ImportResult {...result} />}
      <Form
        encType="multipart/form-data"
        actions={
          <>
            <Button>Add all</Button>
            <ButtonLink kind="quiet" href="/clients">
              {result ? "Back to the clients" : "Cancel"}
            </ButtonLink>
          </>
        }
      >
        <FormError errors={errors} title="Nobody was added yet." />
        <TextArea
          name="list"
          label={result && list ? "Lines to mend" : "Clients, one a line"}
          rows={12}
          mono
          value={list}
          error={errors.list}
          help="Up to 1 MB. Addresses that are among your clients already stay as they are."
        />
        <Formats />
      </Form>
    </>
  );
});

function Formats() {
  return (
    <div class="text-13 text-faded">
      <p>Each line is one of these, or a row copied out of a spreadsheet:</p>
      <pre class="my-2 overflow-x-auto rounded border bg-wash px-3 py-2 font-mono text-ink">
        {FORMATS}
      </pre>
      <p>
        A first line that names the columns, such as “name, email, comment”, may
        put them in any order; columns of other names are left out.
      </p>
    </div>
  );
}

const FORMATS = `Anna Petrova <anna@example.com>
anna@example.com, Anna Petrova, likes tea
anna@example.com; Anna Petrova`;
