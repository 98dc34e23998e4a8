import type { ComponentChildren } from "preact";
import { FlashLine, type LeftMessage } from "./FlashLine.tsx";
import { PublicShell } from "./PublicShell.tsx";

/** The frame of one page that anybody may open. */
export interface VisitorFrameProps {
  path: string;
  isSignedIn: boolean;
  flash: LeftMessage | undefined;
  /** A column for a form alone. */
  narrow?: boolean;
  children: ComponentChildren;
}

const WAYS_IN = {
  signIn: { href: "/sign-in", label: "Sign in" },
  start: { href: "/sign-up", label: "Create an account" },
};

const WAY_BACK = { start: { href: "/overview", label: "Open overview" } };

/** The frame of the pages that anybody may open, with what just happened on top. */
export function VisitorFrame(
  { path, isSignedIn, flash, narrow = false, children }: VisitorFrameProps,
) {
  const ways = isSignedIn ? WAY_BACK : WAYS_IN;
  return (
    <PublicShell path={path} narrow={narrow} {...ways}>
      <FlashLine message={flash} />
      {children}
    </PublicShell>
  );
}
