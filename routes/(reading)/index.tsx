import { Head } from "fresh/runtime";
import { page } from "fresh";
import { ButtonLink } from "../../components/Button.tsx";
import { Envelope } from "../../components/Envelope.tsx";
import { dateFormat, numberFormat } from "../../components/formats.ts";
import { siteFigures } from "../../core/cache/site_figures.ts";
import { type Language, LOCALES } from "../../core/i18n/language.ts";
import { define, type State } from "../../web/define.ts";
import { SomeArticles } from "./(_parts)/Articles.tsx";
import { Sharing } from "./(_parts)/Sharing.tsx";

export const handler = define.handlers({
  async GET({ state: { core, language } }) {
    const [figures, articles] = await Promise.all([
      siteFigures(core.store, core.cache),
      core.articles.reading.random(language),
    ]);
    return page({ figures, articles });
  },
});

/** The page that says what the service is. */
export default define.page<typeof handler>(function HomePage({ state, data }) {
  const { core, site, user, language, t: { home } } = state;
  const { figures, articles } = data;
  const zone = user?.timeZone ?? "UTC";
  const digits = numberFormat(LOCALES[language]);
  const line = (value: number, label: string) => (
    { value: digits.format(value), label }
  );
  return (
    <>
      <Head>
        <title>{home.title}</title>
      </Head>
      <Sharing
        title={home.title}
        description={home.about}
        baseUrl={site.baseUrl}
        path="/"
        type="website"
        locale={LOCALES[language].replace("-", "_")}
      />
      <Envelope
        postmark={{
          place: home.postmark,
          date: postmarkDate(core.store.now(), { zone, language }),
        }}
        address={[
          line(figures.mailings, home.mailings(figures.mailings)),
          line(figures.active, home.active(figures.active)),
          line(figures.people, home.people(figures.people)),
        ]}
      >
        <h1 class="max-w-[19ch] font-serif text-35 font-semibold tracking-tight sm:text-45">
          {home.headline}
        </h1>
        <p class="mt-5 max-w-[44ch] text-17 text-faded">
          {home.about}
        </p>
        <Ways state={state} />
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
      {articles.length > 0 && (
        <SomeArticles articles={articles} state={state} />
      )}
    </>
  );
});

function Ways({ state: { user, t: { home } } }: { state: State }) {
  return (
    <div class="mt-8 flex flex-wrap gap-3">
      {user ? <ButtonLink href="/overview">{home.openOverview}</ButtonLink> : (
        <>
          <ButtonLink href="/sign-up">{home.start}</ButtonLink>
          <ButtonLink kind="quiet" href="/sign-in">{home.signIn}</ButtonLink>
        </>
      )}
    </div>
  );
}

function postmarkDate(
  now: Date,
  { zone, language }: { zone: string; language: Language },
): string {
  const format = dateFormat(LOCALES[language], {
    day: "numeric",
    month: "short",
    timeZone: zone,
  });
  return format.format(now).toUpperCase();
}
