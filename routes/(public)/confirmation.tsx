import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { TextInput } from "../../components/TextInput.tsx";
import type { Catalogue } from "../../core/i18n/catalogue.ts";
import { define } from "../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../web/forms.ts";
import { redirectWith } from "../../web/redirect.ts";
import { visitorOf } from "../../web/visitor.ts";

interface Confirmation {
  email: string;
  /** Whether a mail was asked for already. */
  isAsked: boolean;
  hasOpenMailbox: boolean;
  errors: FormErrors;
}

/** Tells where the confirmation went, and sends it once more. */
export const handler = define.handlers({
  GET({ state: { site }, url }) {
    const email = url.searchParams.get("to") ?? "";
    const hasOpenMailbox = site.hasMailbox && site.isLocal;
    const isAsked = email !== "";
    return page<Confirmation>({ email, isAsked, hasOpenMailbox, errors: {} });
  },
  async POST(ctx) {
    const email = (await readForm(ctx.req)).text("email").trim();
    return await submit(async () => {
      await ctx.state.core.users.resendConfirmation(email, visitorOf(ctx));
      const to = encodeURIComponent(email);
      return redirectWith(ctx, `/confirmation?to=${to}`, {
        kind: "done",
        text: ctx.state.t.account.confirmation.sentAgain,
      });
    }, (errors) =>
      page<Confirmation>(
        { email, isAsked: false, hasOpenMailbox: false, errors },
        { status: 422 },
      ));
  },
});

/** Where somebody waits for the link that confirms their address. */
export default define.page<typeof handler>(
  function ConfirmationPage({ data, state }) {
    const { account, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(account.confirmation.title)}</title>
        </Head>
        {data.isAsked
          ? <Waiting {...data} account={account} />
          : <Asking {...data} account={account} />}
      </>
    );
  },
);

interface Worded {
  account: Catalogue["account"];
}

function Waiting({ email, hasOpenMailbox, account }: Confirmation & Worded) {
  const { confirmation } = account;
  return (
    <>
      <PageHeader title={account.lookIntoMail} />
      <p>
        {confirmation.sentTo} <strong class="font-medium">{email}</strong>
        {confirmation.sentAbout}
      </p>
      {hasOpenMailbox && (
        <div class="mt-6 flex flex-col items-start gap-3">
          <p>{account.keptMail}</p>
          <ButtonLink href="/mailbox" icon="inbox">
            {account.openMailbox}
          </ButtonLink>
        </div>
      )}
      <div class="mt-10 flex flex-col items-start gap-4 border-t pt-6">
        <p class="text-faded">
          {confirmation.nothingCame}{" "}
          <a href="/sign-up" class="text-mark underline">
            {confirmation.startAgain}
          </a>.
        </p>
        <form method="post" action="/confirmation">
          <input type="hidden" name="email" value={email} />
          <Button kind="quiet" icon="mail">{account.sendAgain}</Button>
        </form>
      </div>
    </>
  );
}

function Asking({ email, errors, account }: Confirmation & Worded) {
  const { confirmation } = account;
  return (
    <>
      <PageHeader title={confirmation.ask} />
      <Form
        action="/confirmation"
        actions={<Button>{confirmation.send}</Button>}
      >
        <FormError errors={errors} title={account.noMail} />
        <TextInput
          name="email"
          type="email"
          label={account.email}
          help={confirmation.emailHelp}
          value={email}
          autoComplete="username"
          error={errors.email}
        />
      </Form>
    </>
  );
}
