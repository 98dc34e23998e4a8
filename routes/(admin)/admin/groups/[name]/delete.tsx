import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import type { Group } from "../../../../../core/access/group.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { type FormErrors, submit } from "../../../../../web/forms.ts";
import { redirectWith } from "../../../../../web/redirect.ts";
import { groupPath } from "../(_parts)/group_path.ts";
import { namesOf } from "../(_parts)/permission_names.ts";

interface Deleting {
  group: Group;
  errors: FormErrors;
}

/** Deletes a group that nobody is in. */
export const handler = defineOwner.handlers({
  async GET({ params, state: { core } }) {
    const group = await core.groups.get(params.name ?? "");
    return page<Deleting>({ group, errors: {} });
  },
  async POST(ctx) {
    const { core, user, t } = ctx.state;
    const group = await core.groups.get(ctx.params.name ?? "");
    return await submit(async () => {
      await core.groups.remove(group.name, user);
      const text = t.admin.groups.deleted(t.admin.groupName(group.name));
      return redirectWith(ctx, "/admin/groups", { kind: "done", text });
    }, (errors) => page<Deleting>({ group, errors }, { status: 422 }));
  },
});

/** What goes with a group, and the question. */
export default defineOwner.page<typeof handler>(
  function DeleteGroupPage({ data: { group, errors }, state: { t } }) {
    const { groups: words, permissions, groupName } = t.admin;
    const { name } = group;
    const called = groupName(name);
    const goes = namesOf(group, permissions);
    return (
      <>
        <Head>
          <title>{t.common.title(words.deleteTitle(called))}</title>
        </Head>
        <PageHeader
          title={words.deleteTitle(called)}
          crumbs={[
            { href: "/admin/groups", label: words.title },
            { href: groupPath(name), label: called },
          ]}
        />
        <ConfirmPanel
          action={`${groupPath(name)}/delete`}
          title={words.deleteQuestion(called)}
          goes={goes.length > 0 ? goes : [words.nothing]}
          confirm={words.deleteConfirm}
          cancel={{ href: groupPath(name), label: words.keep }}
        >
          <FormError errors={errors} />
        </ConfirmPanel>
      </>
    );
  },
);
