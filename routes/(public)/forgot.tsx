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
import { visitorOf } from "../../web/visitor.ts";

interface Forgot {
  email: string;
  /** Whether a mail was asked for already. */
  isAsked: boolean;
  hasOpenMailbox: boolean;
  errors: FormErrors;
}

/** Mails a link to choose a new password. */
export const handler = define.handlers({
  GET({ state: { site }, url }) {
    const email = url.searchParams.get("to") ?? "";
    const hasOpenMailbox = site.hasMailbox && site.isLocal;
    const isAsked = email !== "";
    return page<Forgot>({ email, isAsked, hasOpenMailbox, errors: {} });
  },
  async POST(ctx) {
    const email = (await readForm(ctx.req)).text("email").trim();
    return await submit(async () => {
      await ctx.state.core.users.requestPasswordReset(email, visitorOf(ctx));
      return ctx.redirect(`/forgot?to=${encodeURIComponent(email)}`, 303);
    }, (errors) =>
      page<Forgot>(
        { email, isAsked: false, hasOpenMailbox: false, errors },
        { status: 422 },
      ));
  },
});

/** The way to a new password. */
export default define.page<typeof handler>(
  function ForgotPage({ data, state }) {
    const { account, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(account.reset.title)}</title>
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

function Waiting({ email, hasOpenMailbox, account }: Forgot & Worded) {
  const { reset } = account;
  return (
    <>
      <PageHeader title={account.lookIntoMail} />
      <p>
        {reset.sentTo} <strong class="font-medium">{email}</strong>
        {reset.sentAbout}
      </p>
      {hasOpenMailbox && (
        <div class="mt-6 flex flex-col items-start gap-3">
          <p>{account.keptMail}</p>
          <ButtonLink href="/mailbox" icon="inbox">
            {account.openMailbox}
          </ButtonLink>
        </div>
      )}
      <p class="mt-10 border-t pt-6 text-faded">
        {reset.nothingCame}{" "}
        <a href="/forgot" class="text-mark underline">{reset.askAgain}</a>.
      </p>
    </>
  );
}

function Asking({ email, errors, account }: Forgot & Worded) {
  const { reset } = account;
  return (
    <>
      <PageHeader title={reset.title} />
      <Form
        action="/forgot"
        actions={
          <>
            <Button>{reset.send}</Button>
            <ButtonLink kind="quiet" href="/sign-in">
              {account.signIn}
            </ButtonLink>
          </>
        }
      >
        <FormError errors={errors} title={account.noMail} />
        <TextInput
          name="email"
          type="email"
          label={account.email}
          help={reset.emailHelp}
          value={email}
          autoComplete="username"
          error={errors.email}
        />
      </Form>
    </>
  );
}
