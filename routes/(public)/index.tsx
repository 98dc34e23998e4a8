import { Head } from "fresh/runtime";
import { ButtonLink } from "../../components/Button.tsx";
import { Envelope } from "../../components/Envelope.tsx";
import { type Language, LOCALES } from "../../core/i18n/language.ts";
import { define } from "../../web/define.ts";

/** The page that says what the service is. */
export default define.page(function HomePage({ state }) {
  const { core, user, language, t: { home } } = state;
  const zone = user?.timeZone ?? "UTC";
  return (
    <>
      <Head>
        <title>{home.title}</title>
      </Head>
      <Envelope
        postmark={{
          place: home.postmark,
          date: postmarkDate(core.store.now(), { zone, language }),
        }}
      >
        <h1 class="max-w-[19ch] font-serif text-35 font-semibold tracking-tight sm:text-45">
          {home.headline}
        </h1>
        <p class="mt-5 max-w-[44ch] text-17 text-faded">
          {home.about}
        </p>
        <div class="mt-8 flex flex-wrap gap-3">
          {user
            ? <ButtonLink href="/overview">{home.openOverview}</ButtonLink>
            : (
              <>
                <ButtonLink href="/sign-up">{home.start}</ButtonLink>
                <ButtonLink kind="quiet" href="/sign-in">
                  {home.signIn}
                </ButtonLink>
              </>
            )}
        </div>
      </Envelope>
      <ol class="mt-14 grid gap-x-12 gap-y-10 sm:grid-cols-3">
        {home.steps.map(({ title, text }, index) => (
          <li key={title} class="border-t pt-5">
            <h2 class="flex items-baseline gap-3 font-serif text-21 font-semibold">
              <span class="tabular-nums text-mark">{index + 1}</span>
              {title}
            </h2>
            <p class="mt-2 max-w-[44ch] text-faded">{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
});

function postmarkDate(
  now: Date,
  { zone, language }: { zone: string; language: Language },
): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: "short",
    timeZone: zone,
  });
  return format.format(now).toUpperCase();
}
