import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import { define } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import {
  dropRegistration,
  registrationOf,
} from "../../../web/registration_cookie.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { startSession } from "../../../web/start_session.ts";

interface Confirming {
  errors: FormErrors;
  /** Another browser than this one registered. */
  asksPassword: boolean;
}

/**
 * Confirms an address by its mailed link. Opening the link changes nothing: programs
 * that look through mail open links too.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { users } = ctx.state.core;
    const isOwn = await users
      .isOwnRegistration(ctx.params.token ?? "", registrationOf(ctx));
    return page<Confirming>({ errors: {}, asksPassword: !isOwn });
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    return await submit(async () => {
      const { users } = ctx.state.core;
      const user = await users.confirm(ctx.params.token ?? "", {
        registration: registrationOf(ctx),
        password: form.text("password"),
      });
      const response = redirectWith(ctx, "/overview", {
        kind: "done",
        text: ctx.state.t.account.confirmation.confirmed(user.name),
        toAnybody: true,
      });
      dropRegistration(response.headers, ctx.state.site);
      return await startSession(ctx, user, response);
    }, (errors) => {
      const asksPassword = errors.password !== undefined;
      const status = asksPassword ? 422 : 409;
      return page<Confirming>({ errors, asksPassword }, { status });
    });
  },
});

/** One button, which confirms an address. */
export default define.page<typeof handler>(
  function ConfirmPage({ data, state }) {
    const { account, account: { confirmation }, common } = state.t;
    const { errors, asksPassword } = data;
    const isStale = Object.keys(errors).length > 0 && !asksPassword;
    return (
      <>
        <Head>
          <title>{common.title(confirmation.title)}</title>
        </Head>
        <PageHeader title={confirmation.title} />
        {isStale
          ? (
            <div class="flex flex-col gap-6">
              <FormError
                errors={errors}
                title={confirmation.notConfirmed}
              />
              <div class="flex flex-wrap gap-3">
                <ButtonLink href="/sign-in">{account.signIn}</ButtonLink>
                <ButtonLink kind="quiet" href="/confirmation">
                  {account.newLink}
                </ButtonLink>
              </div>
            </div>
          )
          : (
            <Form
              actions={<Button icon="check">{confirmation.confirm}</Button>}
            >
              <p>{confirmation.about}</p>
              {asksPassword && (
                <TextInput
                  name="password"
                  type="password"
                  label={account.password}
                  help={confirmation.passwordHelp}
                  autoComplete="current-password"
                  error={errors.password}
                />
              )}
            </Form>
          )}
      </>
    );
  },
);
