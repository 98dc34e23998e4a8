import type { ComponentChildren } from "preact";

/** The first stop of the keyboard: leads past the navigation to `#main`. */
export function SkipLink({ children }: { children: ComponentChildren }) {
  return (
    <a
      href="#main"
      class="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-50 focus:rounded focus:bg-mark focus:px-4 focus:py-2 focus:text-paper"
    >
      {children}
    </a>
  );
}
