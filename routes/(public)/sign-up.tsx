import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Select } from "../../components/Select.tsx";
import { TextInput } from "../../components/TextInput.tsx";
import { BrowserTimeZone } from "../../islands/BrowserTimeZone.tsx";
import { define } from "../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../web/forms.ts";
import { keepRegistration } from "../../web/registration_cookie.ts";
import { TIME_ZONES } from "../../web/time_zones.ts";
import { visitorOf } from "../../web/visitor.ts";

interface SignUp {
  /** Nobody has chosen anything yet. */
  isFresh?: boolean;
  values: { email: string; name: string; timeZone: string };
  errors: FormErrors;
}

/** Takes a registration. */
export const handler = define.handlers({
  GET(ctx) {
    if (ctx.state.user) return ctx.redirect("/overview", 303);
    const values = { email: "", name: "", timeZone: "UTC" };
    return page<SignUp>({ values, errors: {}, isFresh: true });
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    const values = {
      email: form.text("email"),
      name: form.text("name"),
      timeZone: form.text("timeZone"),
    };
    return await submit(async () => {
      const password = form.text("password");
      const registration = { ...values, password };
      const { users } = ctx.state.core;
      const made = await users.register(registration, visitorOf(ctx));
      const to = encodeURIComponent(values.email.trim());
      const response = ctx.redirect(`/confirmation?to=${to}`, 303);
      keepRegistration(response.headers, ctx.state, made);
      return response;
    }, (errors) => page<SignUp>({ values, errors }, { status: 422 }));
  },
});

/** The beginning of an account. */
export default define.page<typeof handler>(
  function SignUpPage({ data, state }) {
    const { values, errors, isFresh } = data;
    const { account, account: { signUp }, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(account.createTitle)}</title>
        </Head>
        <PageHeader title={account.createTitle} />
        <Form action="/sign-up" actions={<Button>{account.create}</Button>}>
          <FormError errors={errors} title={signUp.notCreated} />
          <TextInput
            name="email"
            type="email"
            label={account.email}
            help={signUp.emailHelp}
            value={values.email}
            autoComplete="username"
            error={errors.email}
          />
          <TextInput
            name="name"
            label={signUp.name}
            help={signUp.nameHelp}
            value={values.name}
            autoComplete="organization"
            error={errors.name}
          />
          <TextInput
            name="password"
            type="password"
            label={account.password}
            help={account.passwordHelp}
            autoComplete="new-password"
            error={errors.password}
          />
          <Select
            name="timeZone"
            label={signUp.timeZone}
            help={signUp.timeZoneHelp}
            options={TIME_ZONES}
            value={values.timeZone}
            error={errors.timeZone}
          />
          {isFresh && <BrowserTimeZone name="timeZone" />}
        </Form>
        <p class="mt-10 border-t pt-6 text-faded">
          {account.haveAccount}{" "}
          <a href="/sign-in" class="text-mark underline">{account.signIn}</a>
        </p>
      </>
    );
  },
);
