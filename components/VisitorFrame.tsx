import type { ComponentChildren } from "preact";
import { FlashLine, type LeftMessage } from "./FlashLine.tsx";
import { PublicShell } from "./PublicShell.tsx";
import { type FrameWords, useWords } from "./words.ts";

/** The frame of one page that anybody may open. */
export interface VisitorFrameProps {
  path: string;
  isSignedIn: boolean;
  flash: LeftMessage | undefined;
  /** A column for a form alone. */
  narrow?: boolean;
  /** Where to come back to in another language: the path with its query, if it has one. */
  here?: string;
  children: ComponentChildren;
}

/** The frame of the pages that anybody may open, with what just happened on top. */
export function VisitorFrame(props: VisitorFrameProps) {
  const { path, isSignedIn, flash, narrow = false, here = path } = props;
  const { frame } = useWords();
  return (
    <PublicShell
      path={path}
      narrow={narrow}
      links={[{ href: "/blog", label: frame.blog }]}
      footer={<Foot here={here} hasChoice={!isSignedIn} />}
      {...isSignedIn ? wayBack(frame) : waysIn(frame)}
    >
      <FlashLine message={flash} />
      {props.children}
    </PublicShell>
  );
}

/** Those who have signed in choose their language in the profile. */
function Foot({ here, hasChoice }: { here: string; hasChoice: boolean }) {
  const { tagline, otherLanguage: { code, name } } = useWords().frame;
  return (
    <>
      <p>Sendoff. {tagline}</p>
      {hasChoice && (
        <a
          href={`/language/${code}?next=${encodeURIComponent(here)}`}
          lang={code}
          hreflang={code}
          rel="nofollow"
          class="text-mark underline-offset-4 hover:underline"
        >
          {name}
        </a>
      )}
    </>
  );
}

function waysIn({ signIn, start }: FrameWords) {
  return {
    signIn: { href: "/sign-in", label: signIn },
    start: { href: "/sign-up", label: start },
  };
}

function wayBack({ openOverview }: FrameWords) {
  return { start: { href: "/overview", label: openOverview } };
}
