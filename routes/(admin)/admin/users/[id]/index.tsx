import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Checkbox } from "../../../../../components/Checkbox.tsx";
import { Form } from "../../../../../components/Form.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";
import type { Group } from "../../../../../core/access/group.ts";
import type { Core } from "../../../../../core/core.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import type { User } from "../../../../../core/users/user.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../../../web/forms.ts";
import { type OwnCounts, ownCounts } from "../../../../../web/own_counts.ts";
import { redirectWith } from "../../../../../web/redirect.ts";
import { namesOf } from "../../groups/(_parts)/permission_names.ts";
import { presentUser } from "../(_parts)/present_user.ts";
import { UserFacts } from "../(_parts)/UserFacts.tsx";

interface UserRights {
  user: User;
  counts: OwnCounts;
  groups: Group[];
  chosen: readonly string[];
  errors: FormErrors;
}

/** Puts a user into groups. */
export const handler = defineOwner.handlers({
  async GET({ params, state: { core } }) {
    const user = await presentUser(core, params.id);
    return page(await rightsOf(core, user, { chosen: user.groups }));
  },
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const user = await presentUser(core, ctx.params.id);
    const chosen = (await readForm(ctx.req)).all("groups");
    return await submit(async () => {
      await core.users.setGroups(user.id, chosen, by);
      const text = t.admin.users.saved(user.name);
      return redirectWith(ctx, "/admin/users", { kind: "done", text });
    }, async (errors) => {
      const rights = await rightsOf(core, user, { chosen, errors });
      return page(rights, { status: 422 });
    });
  },
});

/** What an administrator sees and sets of a user. */
export default defineOwner.page<typeof handler>(
  function UserPage({ data, state: { core, permissions, t } }) {
    const { user, counts } = data;
    const words = t.admin.users;
    return (
      <>
        <Head>
          <title>{t.common.title(user.name)}</title>
        </Head>
        <PageHeader
          title={user.name}
          crumbs={[{ href: "/admin/users", label: words.title }]}
          action={permissions.has("users.delete") && (
            <ButtonLink
              kind="destructive"
              icon="trash-2"
              href={`/admin/users/${user.id}/delete`}
            >
              {words.deleteAccount}
            </ButtonLink>
          )}
        />
        <div class="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_320px] lg:items-start lg:gap-10">
          <Sheet title={words.rights}>
            <RightsForm {...data} t={t} />
          </Sheet>
          <UserFacts {...{ user, counts, t }} now={core.store.now()} />
        </div>
      </>
    );
  },
);

function RightsForm(
  { groups, chosen, errors, t }: UserRights & { t: Catalogue },
) {
  const { users: words, permissions, groupName } = t.admin;
  return (
    <Form actions={<Button>{words.save}</Button>}>
      <FormError errors={errors} />
      {groups.map((group) => (
        <Checkbox
          key={group.name}
          id={`group-${group.name.replaceAll(" ", "-")}`}
          name="groups"
          value={group.name}
          label={groupName(group.name)}
          help={namesOf(group, permissions).join(" · ")}
          checked={chosen.includes(group.name)}
        />
      ))}
      <p class="text-13 text-faded">{words.rightsHelp}</p>
    </Form>
  );
}

async function rightsOf(
  core: Core,
  user: User,
  { chosen, errors = {} }: { chosen: readonly string[]; errors?: FormErrors },
): Promise<UserRights> {
  const [groups, counts] = await Promise.all([
    core.groups.list(),
    ownCounts(core, user.id),
  ]);
  return { user, counts, groups, chosen, errors };
}
