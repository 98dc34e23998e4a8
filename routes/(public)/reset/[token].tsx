import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
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
        text: ctx.state.t.account.reset.done,
        toAnybody: true,
      });
      return await startSession(ctx, user, response);
    }, async (errors) => {
      const isGood = await users.mayResetPassword(token);
      return page<Resetting>({ isGood, errors }, { status: 422 });
    });
  },
});

/** A new password, or what to do with a link that is used up. */
export default define.page<typeof handler>(function ResetPage({ data, state }) {
  const { account, common } = state.t;
  const { isGood, errors } = data;
  return (
    <>
      <Head>
        <title>{common.title(account.reset.title)}</title>
      </Head>
      <PageHeader title={account.reset.title} />
      {isGood
        ? <NewPassword errors={errors} account={account} />
        : <StaleLink account={account} />}
    </>
  );
});

interface Worded {
  account: Catalogue["account"];
}

function NewPassword(
  { errors, account }: Worded & { errors: FormErrors },
) {
  const { reset } = account;
  return (
    <Form actions={<Button>{reset.set}</Button>}>
      <FormError errors={errors} title={reset.unchanged} />
      <TextInput
        name="password"
        type="password"
        label={account.newPassword}
        help={reset.passwordHelp}
        autoComplete="new-password"
        error={errors.password}
      />
    </Form>
  );
}

function StaleLink({ account }: Worded) {
  return (
    <div class="flex flex-col items-start gap-6">
      <p>{account.reset.stale}</p>
      <div class="flex flex-wrap gap-3">
        <ButtonLink href="/forgot">{account.newLink}</ButtonLink>
        <ButtonLink kind="quiet" href="/sign-in">{account.signIn}</ButtonLink>
      </div>
    </div>
  );
}
