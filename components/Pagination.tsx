import type { ComponentChildren } from "preact";
import { ButtonLink } from "./Button.tsx";

/** The neighbours of this page of a list. */
export interface PaginationProps {
  previous?: string | undefined;
  next?: string | undefined;
  /** What is shown, such as "1,204 clients". */
  children?: ComponentChildren;
  labels?: { nav: string; previous: string; next: string };
}

const ENGLISH = { nav: "Pages", previous: "Previous", next: "Next" };

/** Links to the previous and the next page; nothing where there is one page alone. */
export function Pagination(
  { previous, next, children, labels = ENGLISH }: PaginationProps,
) {
  if (!previous && !next && !children) return null;
  return (
    <nav
      aria-label={labels.nav}
      class="mt-4 flex flex-wrap items-center justify-between gap-3 text-13 text-faded"
    >
      <p>{children}</p>
      <div class="flex gap-2">
        {previous && (
          <ButtonLink kind="quiet" small icon="chevron-left" href={previous}>
            {labels.previous}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink kind="quiet" small icon="chevron-right" href={next}>
            {labels.next}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
