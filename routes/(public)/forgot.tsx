import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { TextInput } from "../../components/TextInput.tsx";
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
export default define.page<typeof handler>(function ForgotPage({ data }) {
  return (
    <>
      <Head>
        <title>Choose a new password · Sendoff</title>
      </Head>
      {data.isAsked ? <Waiting {...data} /> : <Asking {...data} />}
    </>
  );
});

function Waiting({ email, hasOpenMailbox }: Forgot) {
  return (
    <>
      <PageHeader title="Look into your mail" />
      <p>
        If <strong class="font-medium">{email}</strong>{" "}
        has an account, a mail with a link is on its way there. The link is good
        for an hour; until you use it your password stays as it is.
      </p>
      {hasOpenMailbox && (
        <div class="mt-6 flex flex-col items-start gap-3">
          <p>This site keeps its mail instead of sending it.</p>
          <ButtonLink href="/mailbox" icon="inbox">Open the mailbox</ButtonLink>
        </div>
      )}
      <p class="mt-10 border-t pt-6 text-faded">
        No mail after a few minutes? Look among the unwanted mail, or{" "}
        <a href="/forgot" class="text-mark underline">ask again</a>.
      </p>
    </>
  );
}

function Asking({ email, errors }: Forgot) {
  return (
    <>
      <PageHeader title="Choose a new password" />
      <Form
        action="/forgot"
        actions={
          <>
            <Button>Send me a link</Button>
            <ButtonLink kind="quiet" href="/sign-in">Sign in</ButtonLink>
          </>
        }
      >
        <FormError errors={errors} title="No mail was sent." />
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          help="The one you sign in with."
          value={email}
          autoComplete="username"
          error={errors.email}
        />
      </Form>
    </>
  );
}
