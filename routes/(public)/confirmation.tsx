import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { TextInput } from "../../components/TextInput.tsx";
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
        text: "The mail was sent again. Only its newest link counts.",
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
  function ConfirmationPage({ data }) {
    return (
      <>
        <Head>
          <title>Confirm your address · Sendoff</title>
        </Head>
        {data.isAsked ? <Waiting {...data} /> : <Asking {...data} />}
      </>
    );
  },
);

function Waiting({ email, hasOpenMailbox }: Confirmation) {
  return (
    <>
      <PageHeader title="Look into your mail" />
      <p>
        Open the mail we sent to{" "}
        <strong class="font-medium">{email}</strong>. Its link confirms that the
        address is yours and signs you in. It is good for 3 days.
      </p>
      {hasOpenMailbox && (
        <div class="mt-6 flex flex-col items-start gap-3">
          <p>This site keeps its mail instead of sending it.</p>
          <ButtonLink href="/mailbox" icon="inbox">Open the mailbox</ButtonLink>
        </div>
      )}
      <div class="mt-10 flex flex-col items-start gap-4 border-t pt-6">
        <p class="text-faded">
          No mail after a few minutes? Look among the unwanted mail, or have it
          sent again. If the address is mistyped,{" "}
          <a href="/sign-up" class="text-mark underline">start again</a>.
        </p>
        <form method="post" action="/confirmation">
          <input type="hidden" name="email" value={email} />
          <Button kind="quiet" icon="mail">Send the mail again</Button>
        </form>
      </div>
    </>
  );
}

function Asking({ email, errors }: Confirmation) {
  return (
    <>
      <PageHeader title="Have the confirmation sent again" />
      <Form action="/confirmation" actions={<Button>Send the mail</Button>}>
        <FormError errors={errors} title="No mail was sent." />
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          help="The one you registered with."
          value={email}
          autoComplete="username"
          error={errors.email}
        />
      </Form>
    </>
  );
}
