import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { TextInput } from "../../components/TextInput.tsx";
import { NotConfirmed } from "../../core/users/sign_in.ts";
import { define } from "../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../web/forms.ts";
import { nextPath } from "../../web/next_path.ts";
import { startSession } from "../../web/start_session.ts";
import { visitorOf } from "../../web/visitor.ts";

interface SignIn {
  email: string;
  next: string;
  errors: FormErrors;
  /** The password was right, but the address waits to be confirmed. */
  isUnconfirmed: boolean;
}

/** Signs in with e-mail and password. */
export const handler = define.handlers({
  GET(ctx) {
    const next = nextPath(ctx.url.searchParams.get("next"), "/overview");
    if (ctx.state.user) return ctx.redirect(next, 303);
    return page<SignIn>({ email: "", next, errors: {}, isUnconfirmed: false });
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    const email = form.text("email");
    const next = nextPath(form.text("next"), "/overview");
    let isUnconfirmed = false;
    return await submit(
      async () => {
        const { users } = ctx.state.core;
        const user = await users
          .signIn(email, form.text("password"), visitorOf(ctx))
          .catch((error) => {
            isUnconfirmed = error instanceof NotConfirmed;
            throw error;
          });
        return await startSession(ctx, user, ctx.redirect(next, 303));
      },
      (errors) =>
        page<SignIn>({ email, next, errors, isUnconfirmed }, { status: 422 }),
    );
  },
});

/** The way in. */
export default define.page<typeof handler>(
  function SignInPage({ data, state }) {
    const { email, next, errors, isUnconfirmed } = data;
    const { account, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(account.signInTitle)}</title>
        </Head>
        <PageHeader title={account.signInTitle} />
        <Form action="/sign-in" actions={<Button>{account.signIn}</Button>}>
          <FormError errors={errors} title={account.notSignedIn} />
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="email"
            type="email"
            label={account.email}
            value={email}
            autoComplete="username"
            error={errors.email}
          />
          <TextInput
            name="password"
            type="password"
            label={account.password}
            autoComplete="current-password"
            error={errors.password}
          />
        </Form>
        {isUnconfirmed && (
          <form method="post" action="/confirmation" class="mt-6">
            <input type="hidden" name="email" value={email} />
            <Button kind="quiet" icon="mail">{account.sendAgain}</Button>
          </form>
        )}
        <ul class="mt-10 flex flex-col gap-2 border-t pt-6 text-faded">
          <li>
            {account.forgotten}{" "}
            <a href="/forgot" class="text-mark underline">
              {account.chooseNew}
            </a>
          </li>
          <li>
            {account.newHere}{" "}
            <a href="/sign-up" class="text-mark underline">{account.create}</a>
          </li>
        </ul>
      </>
    );
  },
);
