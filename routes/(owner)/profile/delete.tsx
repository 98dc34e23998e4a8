import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../components/ConfirmPanel.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
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
        text:
          `The account of ${user.email} is deleted. Its clients, messages and mailings ` +
          "are being removed, and nothing more goes out.",
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
    return (
      <>
        <Head>
          <title>Delete the account · Sendoff</title>
        </Head>
        <PageHeader
          title="Delete the account"
          crumbs={[{ href: "/profile", label: "Profile" }]}
        />
        <ConfirmPanel
          action="/profile/delete"
          title={`The account of ${state.user.email} goes, and with it:`}
          confirm="Delete the account and all of this"
          cancel={{ href: "/profile", label: "Keep the account" }}
        >
          <FormError errors={errors} title="Nothing was deleted." />
          <ul class="list-disc pl-5">
            {losses(counts).map((loss) => <li key={loss}>{loss}</li>)}
          </ul>
          <TextInput
            name="password"
            type="password"
            label="Your password"
            help="So that nobody else does this from your browser."
            autoComplete="current-password"
            error={errors.password}
          />
        </ConfirmPanel>
      </>
    );
  },
);

function losses({ clients, messages, mailings }: OwnCounts): string[] {
  return [
    counted(clients, ["client", "clients"]),
    counted(messages, ["message", "messages"]),
    `${
      counted(mailings, ["mailing", "mailings"])
    }, with every run and its results`,
    "what is still waiting to go out",
  ];
}

function counted(count: number, [one, many]: [string, string]): string {
  const number = new Intl.NumberFormat("en").format(count);
  return `${number} ${count === 1 ? one : many}`;
}
