import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import type { Core } from "../../../../../core/core.ts";
import { Invalid } from "../../../../../core/errors.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import type { User } from "../../../../../core/users/user.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../../../web/forms.ts";
import { type OwnCounts, ownCounts } from "../../../../../web/own_counts.ts";
import { redirectWith } from "../../../../../web/redirect.ts";
import { presentUser } from "../(_parts)/present_user.ts";

interface Deleting {
  user: User;
  counts: OwnCounts;
  errors: FormErrors;
}

/** Deletes a user with all that they own, once the address is typed too. */
export const handler = defineOwner.handlers({
  async GET({ params, state: { core } }) {
    const user = await presentUser(core, params.id);
    return page(await deletingOf(core, user, {}));
  },
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const user = await presentUser(core, ctx.params.id);
    const typed = (await readForm(ctx.req)).text("email").trim().toLowerCase();
    return await submit(async () => {
      if (typed !== user.email) {
        throw new Invalid({ email: t.admin.users.typedWrong(user.email) });
      }
      await core.users.markDeletedBy(by, user.id);
      const text = t.admin.users.deleted(user.email);
      return redirectWith(ctx, "/admin/users", { kind: "done", text });
    }, async (errors) => {
      const deleting = await deletingOf(core, user, errors);
      return page(deleting, { status: 422 });
    });
  },
});

/** What goes with a user, and the two questions. */
export default defineOwner.page<typeof handler>(
  function DeleteUserPage({ data: { user, counts, errors }, state: { t } }) {
    const words = t.admin.users;
    const path = `/admin/users/${user.id}`;
    return (
      <>
        <Head>
          <title>{t.common.title(words.deleteTitle(user.name))}</title>
        </Head>
        <PageHeader
          title={words.deleteTitle(user.name)}
          crumbs={[
            { href: "/admin/users", label: words.title },
            { href: path, label: user.name },
          ]}
        />
        <ConfirmPanel
          action={`${path}/delete`}
          title={words.deleteQuestion(user.email)}
          goes={lossesOf(counts, t)}
          confirm={words.deleteConfirm}
          cancel={{ href: path, label: words.keep }}
          typed={{
            name: "email",
            label: words.typed,
            help: words.typedHelp(user.email),
            error: errors.email,
          }}
        >
          <FormError errors={errors} />
        </ConfirmPanel>
      </>
    );
  },
);

function lossesOf(counts: OwnCounts, t: Catalogue): string[] {
  const { losses } = t.admin.users;
  return [
    t.common.clients(counts.clients),
    t.common.messages(counts.messages),
    losses.runs(t.common.mailings(counts.mailings)),
    losses.waiting,
  ];
}

async function deletingOf(
  core: Core,
  user: User,
  errors: FormErrors,
): Promise<Deleting> {
  return { user, counts: await ownCounts(core, user.id), errors };
}
