import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../../components/Button.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";
import { ADMINISTRATOR, isBuiltIn } from "../../../../../core/access/group.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { readForm, submit } from "../../../../../web/forms.ts";
import { redirectWith } from "../../../../../web/redirect.ts";
import { type GroupFields, GroupForm } from "../(_parts)/GroupForm.tsx";
import { groupPath } from "../(_parts)/group_path.ts";

/** Sets what the members of a group may do. */
export const handler = defineOwner.handlers({
  async GET({ params, state: { core } }) {
    const group = await core.groups.get(params.name ?? "");
    return page<GroupFields>({ ...group, errors: {} });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const { name } = await core.groups.get(ctx.params.name ?? "");
    const permissions = (await readForm(ctx.req)).all("permissions");
    return await submit(async () => {
      await core.groups.update(name, { permissions }, user);
      const text = t.admin.groups.saved(t.admin.groupName(name));
      return redirectWith(ctx, "/admin/groups", { kind: "done", text });
    }, (errors) => {
      const fields = { name, permissions, errors };
      return page<GroupFields>(fields, { status: 422 });
    });
  },
});

/** The form of a group. */
export default defineOwner.page<typeof handler>(
  function GroupPage({ data, state: { t } }) {
    const { name } = data;
    const { groups: words, groupName } = t.admin;
    return (
      <>
        <Head>
          <title>{t.common.title(groupName(name))}</title>
        </Head>
        <PageHeader
          title={groupName(name)}
          about={words.savedAbout}
          crumbs={[{ href: "/admin/groups", label: words.title }]}
          action={
            <>
              <ButtonLink
                kind="quiet"
                icon="users"
                href={`/admin/users?group=${encodeURIComponent(name)}`}
              >
                {words.show}
              </ButtonLink>
              {!isBuiltIn(name) && (
                <ButtonLink
                  kind="destructive"
                  icon="trash-2"
                  href={`${groupPath(name)}/delete`}
                >
                  {t.common.delete}
                </ButtonLink>
              )}
            </>
          }
        />
        <div class="flex max-w-form flex-col gap-4">
          <Sheet>
            <GroupForm fields={data} isNew={false} t={t} />
          </Sheet>
          {isBuiltIn(name) && (
            <p class="text-13 text-faded">
              {name === ADMINISTRATOR ? words.kept : words.builtIn}
            </p>
          )}
        </div>
      </>
    );
  },
);
