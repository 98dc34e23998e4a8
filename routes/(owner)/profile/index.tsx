import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Select } from "../../../components/Select.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { TIME_ZONES } from "../../../web/time_zones.ts";

interface ProfileForm {
  values: { name: string; timeZone: string };
  errors: FormErrors;
}

/** Changes what people may change about themselves. */
export const handler = defineOwner.handlers({
  GET({ state: { user: { name, timeZone } } }) {
    return page<ProfileForm>({ values: { name, timeZone }, errors: {} });
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    const values = { name: form.text("name"), timeZone: form.text("timeZone") };
    return await submit(async () => {
      await core.users.updateProfile(user, values);
      const text = "Your profile is saved.";
      return redirectWith(ctx, "/profile", { kind: "done", text });
    }, (errors) => page<ProfileForm>({ values, errors }, { status: 422 }));
  },
});

/** Somebody's own account. */
export default defineOwner.page<typeof handler>(
  function ProfilePage({ data, state }) {
    return (
      <>
        <Head>
          <title>Profile · Sendoff</title>
        </Head>
        <PageHeader title="Profile" about={state.user.email} />
        <div class="flex max-w-[640px] flex-col gap-6">
          <Sheet title="About you">
            <AboutYou {...data} />
          </Sheet>
          <Sheet
            title="Password"
            action={
              <ButtonLink kind="quiet" small href="/profile/password">
                Change the password
              </ButtonLink>
            }
          >
            <p class="text-faded">
              With a new password every other browser is signed out.
            </p>
          </Sheet>
          <Sheet
            title="Account"
            action={
              <ButtonLink kind="destructive" small href="/profile/delete">
                Delete the account
              </ButtonLink>
            }
          >
            <p class="text-faded">
              You will see what goes with it before anything goes.
            </p>
          </Sheet>
        </div>
      </>
    );
  },
);

function AboutYou({ values, errors }: ProfileForm) {
  return (
    <Form action="/profile" actions={<Button>Save the profile</Button>}>
      <FormError errors={errors} />
      <TextInput
        name="name"
        label="Your name, or your company's"
        help="Your clients see it as the sender."
        value={values.name}
        autoComplete="organization"
        error={errors.name}
      />
      <Select
        name="timeZone"
        label="Time zone"
        help="All times are shown in it. Mailings keep the time zone they were made with."
        options={TIME_ZONES}
        value={values.timeZone}
        error={errors.timeZone}
      />
    </Form>
  );
}
