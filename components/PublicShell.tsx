import type { ComponentChildren } from "preact";
import { ButtonLink } from "./Button.tsx";
import { Logo } from "./Logo.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { useWords } from "./words.ts";

/** A way out of a public page. */
export interface PublicLink {
  href: string;
  label: string;
}

/** The frame of the pages anyone can read. */
export interface PublicShellProps {
  path: string;
  /** Blog and the like. */
  links?: readonly PublicLink[];
  /** Where those without an account go, or where those who have signed in work. */
  signIn?: PublicLink;
  start?: PublicLink;
  footer?: ComponentChildren;
  /** A column for forms and articles alone. */
  narrow?: boolean;
  children: ComponentChildren;
}

/** Name at the left, ways in at the right, the page, a quiet foot. */
export function PublicShell(props: PublicShellProps) {
  const {
    path,
    links = [],
    signIn,
    start,
    footer,
    narrow,
    children,
  } = props;
  const { frame: labels } = useWords();
  return (
    <div class="flex min-h-screen flex-col">
      <SkipLink>{labels.skip}</SkipLink>
      <header class="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-8">
        <Logo />
        <nav
          aria-label={labels.navigation}
          class="flex flex-1 flex-wrap items-center justify-end gap-x-5 gap-y-2"
        >
          {[...links, ...(signIn ? [signIn] : [])].map(({ href, label }) => (
            <a
              key={href}
              href={href}
              aria-current={path === href ? "page" : "false"}
              class="rounded py-1 text-faded hover:text-ink aria-[current=page]:text-ink"
            >
              {label}
            </a>
          ))}
          {start && (
            <span class={signIn ? "hidden sm:block" : "block"}>
              <ButtonLink kind="quiet" href={start.href}>
                {start.label}
              </ButtonLink>
            </span>
          )}
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        class={narrow
          ? "mx-auto w-full max-w-[480px] flex-1 px-4 py-10 outline-none sm:py-16"
          : "mx-auto w-full max-w-page flex-1 px-4 py-8 outline-none sm:px-8 sm:py-12"}
      >
        {children}
      </main>
      {footer && (
        <footer class="mt-16 border-t">
          <div class="mx-auto flex max-w-page flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-6 text-13 text-faded sm:px-8">
            {footer}
          </div>
        </footer>
      )}
    </div>
  );
}
