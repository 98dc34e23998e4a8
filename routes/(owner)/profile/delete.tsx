import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { type OwnCounts, ownCounts } from "../../../web/own_counts.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { dropSession } from "../../../web/session_cookie.ts";

interface Deleting {
  counts: OwnCounts;
  errors: FormErrors;
}

/** Ends the account, if the password is typed again. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user } }) {
    const counts = await ownCounts(core, user.id);
    return page<Deleting>({ counts, errors: {} });
  },
  async POST(ctx) {
    const { core, site, user } = ctx.state;
    const form = await readForm(ctx.req);
    return await submit(async () => {
      await core.users.markDeleted(user, form.text("password"));
      const response = redirectWith(ctx, "/", {
        kind: "done",
        text: ctx.state.t.profile.deletion.deleted(user.email),
        toAnybody: true,
      });
      dropSession(response.headers, site);
      return response;
    }, async (errors) => {
      const counts = await ownCounts(core, user.id);
      return page<Deleting>({ counts, errors }, { status: 422 });
    });
  },
});

/** What goes with the account, and the last question. */
export default defineOwner.page<typeof handler>(
  function DeleteAccountPage({ data: { counts, errors }, state }) {
    const { t, t: { profile, profile: { deletion } } } = state;
    return (
      <>
        <Head>
          <title>{t.common.title(deletion.title)}</title>
        </Head>
        <PageHeader
          title={deletion.title}
          crumbs={[{ href: "/profile", label: profile.title }]}
        />
        <ConfirmPanel
          action="/profile/delete"
          title={deletion.goes(state.user.email)}
          confirm={deletion.confirm}
          cancel={{ href: "/profile", label: deletion.keep }}
        >
          <FormError errors={errors} title={deletion.notDeleted} />
          <ul class="list-disc pl-5">
            {losses(counts, t).map((loss) => <li key={loss}>{loss}</li>)}
          </ul>
          <TextInput
            name="password"
            type="password"
            label={deletion.password}
            help={deletion.passwordHelp}
            autoComplete="current-password"
            error={errors.password}
          />
        </ConfirmPanel>
      </>
    );
  },
);

function losses(
  { clients, messages, mailings }: OwnCounts,
  { common, profile: { deletion } }: Catalogue,
): string[] {
  return [
    common.clients(clients),
    common.messages(messages),
    deletion.runs(common.mailings(mailings)),
    deletion.waiting,
  ];
}
