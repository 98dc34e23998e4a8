import { Head, HttpError } from "fresh/runtime";
import { ButtonLink } from "../components/Button.tsx";
import { OwnerFrame } from "../components/OwnerFrame.tsx";
import { Stamp } from "../components/Stamp.tsx";
import { VisitorFrame } from "../components/VisitorFrame.tsx";
import { CoreError } from "../core/errors.ts";
import { define } from "../web/define.ts";
import { menuOf } from "../web/menu.ts";

interface Trouble {
  title: string;
  what: string;
  next: string;
}

const FAULT: Trouble = {
  title: "Something went wrong on our side",
  what: "The page could not be made. What you saved before is kept, and " +
    "mailings that are going out go on.",
  next: "Load the page again in a minute.",
};

const TROUBLES: Record<number, Trouble> = {
  403: {
    title: "This is not open to you",
    what: "Your account may not do this, or the request came from a page " +
      "that is not ours. Nothing was changed.",
    next: "Go back, load the page again, and do it from there.",
  },
  404: {
    title: "There is nothing at this address",
    what: "What was here may have been deleted, or the link is not complete.",
    next: "Look for it from the page you came from.",
  },
  409: {
    title: "This cannot be done now",
    what: "Something changed meanwhile. Nothing was changed by you.",
    next: "Go back and load the page again to see how things are.",
  },
  422: {
    title: "This could not be read",
    what: "A part of the request does not fit. Nothing was changed.",
    next: "Go back, load the page again, and do it from there.",
  },
  429: {
    title: "That was too much at once",
    what: "Too many requests came from your side. Nothing was changed.",
    next: "Wait a minute, then go on.",
  },
};

/** What people see instead of a page that could not be shown. */
export default define.page(function ErrorPage({ error, state, url }) {
  const { user, flash } = state;
  const content = <Explained error={error} isSignedIn={user !== undefined} />;
  const frame = { path: url.pathname, flash };
  // Whatever failed may have failed before the request was known.
  return user
    ? (
      <OwnerFrame {...frame} user={user} menu={menuOf(state)}>
        {content}
      </OwnerFrame>
    )
    : <VisitorFrame {...frame} isSignedIn={false}>{content}</VisitorFrame>;
});

function Explained(
  { error, isSignedIn }: { error: unknown; isSignedIn: boolean },
) {
  const status = error instanceof HttpError ? error.status : 500;
  const { title, what, next } = TROUBLES[status] ?? FAULT;
  const cause = error instanceof HttpError ? error.cause : undefined;
  return (
    <article class="flex max-w-form flex-col items-start gap-6 py-6 sm:py-12">
      <Head>
        <title>{`${title} · Sendoff`}</title>
      </Head>
      <div>
        <Stamp place="RETURN TO SENDER ·" date={String(status)} />
      </div>
      <h1 class="font-serif text-35 font-semibold tracking-tight">{title}</h1>
      <p class="text-17">{cause instanceof CoreError ? cause.message : what}</p>
      <p class="text-17 text-faded">{next}</p>
      <div class="flex flex-wrap gap-3">
        {isSignedIn
          ? <ButtonLink href="/overview">Open overview</ButtonLink>
          : (
            <>
              <ButtonLink href="/">Go to the home page</ButtonLink>
              <ButtonLink kind="quiet" href="/sign-in">Sign in</ButtonLink>
            </>
          )}
      </div>
    </article>
  );
}
