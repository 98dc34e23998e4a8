import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import { define } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { startSession } from "../../../web/start_session.ts";

interface Resetting {
  /** Whether the link may still be used. */
  isGood: boolean;
  errors: FormErrors;
}

/** Sets a new password by a mailed link. */
export const handler = define.handlers({
  async GET({ state, params }) {
    const { users } = state.core;
    const isGood = await users.mayResetPassword(params.token ?? "");
    return page<Resetting>(
      { isGood, errors: {} },
      { status: isGood ? 200 : 410 },
    );
  },
  async POST(ctx) {
    const { users } = ctx.state.core;
    const token = ctx.params.token ?? "";
    const form = await readForm(ctx.req);
    return await submit(async () => {
      const user = await users.resetPassword(token, form.text("password"));
      const response = redirectWith(ctx, "/overview", {
        kind: "done",
        text:
          "Your new password is set, and every other browser is signed out.",
      });
      return await startSession(ctx, user, response);
    }, async (errors) => {
      const isGood = await users.mayResetPassword(token);
      return page<Resetting>({ isGood, errors }, { status: 422 });
    });
  },
});

/** A new password, or what to do with a link that is used up. */
export default define.page<typeof handler>(function ResetPage({ data }) {
  const { isGood, errors } = data;
  return (
    <>
      <Head>
        <title>Choose a new password · Sendoff</title>
      </Head>
      <PageHeader title="Choose a new password" />
      {isGood ? <NewPassword errors={errors} /> : <StaleLink />}
    </>
  );
});

function NewPassword({ errors }: { errors: FormErrors }) {
  return (
    <Form actions={<Button>Set the new password</Button>}>
      <FormError errors={errors} title="Your password stays as it is." />
      <TextInput
        name="password"
        type="password"
        label="New password"
        help="At least 10 characters. Every browser that is signed in will be signed out."
        autoComplete="new-password"
        error={errors.password}
      />
    </Form>
  );
}

function StaleLink() {
  return (
    <div class="flex flex-col items-start gap-6">
      <p>
        This link was used already, is older than an hour or was replaced by a
        newer one. Your password stays as it is.
      </p>
      <div class="flex flex-wrap gap-3">
        <ButtonLink href="/forgot">Ask for a new link</ButtonLink>
        <ButtonLink kind="quiet" href="/sign-in">Sign in</ButtonLink>
      </div>
    </div>
  );
}
