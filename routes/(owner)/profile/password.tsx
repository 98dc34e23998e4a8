import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { startSession } from "../../../web/start_session.ts";

/** Changes the password of somebody who knows the present one. */
export const handler = defineOwner.handlers({
  GET: () => page<{ errors: FormErrors }>({ errors: {} }),
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    return await submit(async () => {
      const [current, next] = [form.text("current"), form.text("next")];
      const changed = await core.users.changePassword(user, current, next);
      const response = redirectWith(ctx, "/profile", {
        kind: "done",
        text: ctx.state.t.profile.password.changed,
      });
      return await startSession(ctx, changed, response);
    }, (errors) => page<{ errors: FormErrors }>({ errors }, { status: 422 }));
  },
});

/** The present password, and the next one. */
export default defineOwner.page<typeof handler>(
  function PasswordPage({ data: { errors }, state }) {
    const { profile, profile: { password }, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(password.change)}</title>
        </Head>
        <PageHeader
          title={password.change}
          crumbs={[{ href: "/profile", label: profile.title }]}
        />
        <div class="max-w-[640px]">
          <Sheet>
            <Form
              action="/profile/password"
              actions={
                <>
                  <Button>{password.change}</Button>
                  <ButtonLink kind="quiet" href="/profile">
                    {common.cancel}
                  </ButtonLink>
                </>
              }
            >
              <FormError
                errors={errors}
                title={password.unchanged}
              />
              <TextInput
                name="current"
                type="password"
                label={password.present}
                autoComplete="current-password"
                error={errors.current}
              />
              <TextInput
                name="next"
                type="password"
                label={password.next}
                help={password.nextHelp}
                autoComplete="new-password"
                error={errors.next}
              />
            </Form>
          </Sheet>
        </div>
      </>
    );
  },
);
