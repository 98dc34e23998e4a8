import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Sheet } from "../../../../components/Sheet.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { readForm, submit } from "../../../../web/forms.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import { type GroupFields, GroupForm } from "./(_parts)/GroupForm.tsx";

/** Makes a group. */
export const handler = defineOwner.handlers({
  GET() {
    return page<GroupFields>({ name: "", permissions: [], errors: {} });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const form = await readForm(ctx.req);
    const values = {
      name: form.text("name"),
      permissions: form.all("permissions"),
    };
    return await submit(async () => {
      const { name } = await core.groups.create(values, user);
      const text = t.admin.groups.created(t.admin.groupName(name));
      return redirectWith(ctx, "/admin/groups", { kind: "done", text });
    }, (errors) => page<GroupFields>({ ...values, errors }, { status: 422 }));
  },
});

/** The form of a new group. */
export default defineOwner.page<typeof handler>(
  function NewGroupPage({ data, state: { t } }) {
    const words = t.admin.groups;
    return (
      <>
        <Head>
          <title>{t.common.title(words.add)}</title>
        </Head>
        <PageHeader
          title={words.add}
          crumbs={[{ href: "/admin/groups", label: words.title }]}
        />
        <div class="max-w-form">
          <Sheet>
            <GroupForm fields={data} isNew t={t} />
          </Sheet>
        </div>
      </>
    );
  },
);
