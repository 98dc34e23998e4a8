import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { Select } from "../../../components/Select.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import { type Catalogue, catalogueOf } from "../../../core/i18n/catalogue.ts";
import { LANGUAGES } from "../../../core/i18n/language.ts";
import { defineOwner } from "../../../web/define.ts";
import { type FormErrors, readForm, submit } from "../../../web/forms.ts";
import { languageOf } from "../../../web/language_cookie.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { TIME_ZONES } from "../../../web/time_zones.ts";

interface ProfileForm {
  values: { name: string; timeZone: string; language: string };
  errors: FormErrors;
}

/** Changes what people may change about themselves. */
export const handler = defineOwner.handlers({
  GET({ state: { user: { name, timeZone, language = "" } } }) {
    const values = { name, timeZone, language };
    return page<ProfileForm>({ values, errors: {} });
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    const values = {
      name: form.text("name"),
      timeZone: form.text("timeZone"),
      language: form.text("language"),
    };
    return await submit(async () => {
      const language = values.language || undefined;
      const saved = await core.users.updateProfile(user, {
        ...values,
        language,
      });
      const text = catalogueOf(languageOf(ctx.req, saved)).profile.saved;
      return redirectWith(ctx, "/profile", { kind: "done", text });
    }, (errors) => page<ProfileForm>({ values, errors }, { status: 422 }));
  },
});

/** Somebody's own account. */
export default defineOwner.page<typeof handler>(
  function ProfilePage({ data, state }) {
    const { common, profile } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(profile.title)}</title>
        </Head>
        <PageHeader title={profile.title} about={state.user.email} />
        <div class="flex max-w-[640px] flex-col gap-6">
          <Sheet title={profile.aboutYou}>
            <AboutYou {...data} words={profile} />
          </Sheet>
          <Sheet
            title={profile.password.title}
            action={
              <ButtonLink kind="quiet" small href="/profile/password">
                {profile.password.change}
              </ButtonLink>
            }
          >
            <p class="text-faded">
              {profile.password.about}
            </p>
          </Sheet>
          <Sheet
            title={profile.deletion.section}
            action={
              <ButtonLink kind="destructive" small href="/profile/delete">
                {profile.deletion.title}
              </ButtonLink>
            }
          >
            <p class="text-faded">
              {profile.deletion.about}
            </p>
          </Sheet>
        </div>
      </>
    );
  },
);

function AboutYou(
  { values, errors, words }: ProfileForm & { words: Catalogue["profile"] },
) {
  return (
    <Form action="/profile" actions={<Button>{words.save}</Button>}>
      <FormError errors={errors} />
      <TextInput
        name="name"
        label={words.name}
        help={words.nameHelp}
        value={values.name}
        autoComplete="organization"
        error={errors.name}
      />
      <Select
        name="timeZone"
        label={words.timeZone}
        help={words.timeZoneHelp}
        options={TIME_ZONES}
        value={values.timeZone}
        error={errors.timeZone}
      />
      <Select
        name="language"
        label={words.language}
        help={words.languageHelp}
        options={[
          { value: "", label: words.asBrowserAsks },
          ...LANGUAGES.map((language) => ({
            value: language,
            label: words.languages[language],
          })),
        ]}
        value={values.language}
        error={errors.language}
      />
    </Form>
  );
}
