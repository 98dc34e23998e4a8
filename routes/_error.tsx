import { Head, HttpError } from "fresh/runtime";
import { ButtonLink } from "../components/Button.tsx";
import { OwnerFrame } from "../components/OwnerFrame.tsx";
import { Stamp } from "../components/Stamp.tsx";
import { VisitorFrame } from "../components/VisitorFrame.tsx";
import { useWords } from "../components/words.ts";
import { CoreError, Forbidden } from "../core/errors.ts";
import type { Catalogue } from "../core/i18n/catalogue.ts";
import { define } from "../web/define.ts";
import { menuOf } from "../web/menu.ts";
import { ForReader } from "./(_parts)/ForReader.tsx";
import { spokenTo } from "./(_parts)/spoken.ts";

/** What people see instead of a page that could not be shown. */
export default define.page(function ErrorPage({ error, state, url, req }) {
  const { user, t } = spokenTo({ state, req });
  const content = (
    <Explained error={error} isSignedIn={user !== undefined} t={t} />
  );
  const frame = { path: url.pathname, flash: state.flash };
  return (
    // Whatever failed may stand before the layouts.
    <ForReader state={state} req={req}>
      {user
        ? (
          <OwnerFrame {...frame} user={user} menu={menuOf(state)}>
            {content}
          </OwnerFrame>
        )
        : <VisitorFrame {...frame} isSignedIn={false}>{content}</VisitorFrame>}
    </ForReader>
  );
});

function Explained(
  { error, isSignedIn, t }: {
    error: unknown;
    isSignedIn: boolean;
    t: Catalogue;
  },
) {
  const { explain } = useWords();
  const { common, frame } = t;
  const troubles: Record<number, typeof frame.fault> = frame.troubles;
  const status = error instanceof HttpError ? error.status : 500;
  const { title, what, next } = troubles[status] ?? frame.fault;
  const cause = error instanceof HttpError ? error.cause : undefined;
  // Who may not do it gets no further by trying again.
  const isRefused = cause instanceof Forbidden;
  return (
    <article class="flex max-w-form flex-col items-start gap-6 py-6 sm:py-12">
      <Head>
        <title>{common.title(title)}</title>
      </Head>
      <div>
        <Stamp place={frame.postmark} date={String(status)} />
      </div>
      <h1 class="font-serif text-35 font-semibold tracking-tight">{title}</h1>
      <p class="text-17">
        {cause instanceof CoreError ? explain(cause.message) : what}
      </p>
      {!isRefused && <p class="text-17 text-faded">{next}</p>}
      <div class="flex flex-wrap gap-3">
        {isSignedIn
          ? <ButtonLink href="/overview">{frame.openOverview}</ButtonLink>
          : (
            <>
              <ButtonLink href="/">{frame.openHome}</ButtonLink>
              <ButtonLink kind="quiet" href="/sign-in">
                {frame.signIn}
              </ButtonLink>
            </>
          )}
      </div>
    </article>
  );
}
