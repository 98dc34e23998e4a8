import type { ComponentChildren } from "preact";
import { ButtonLink } from "./Button.tsx";
import { useWords } from "./words.ts";

/** The neighbours of this page of a list. */
export interface PaginationProps {
  previous?: string | undefined;
  next?: string | undefined;
  /** What is shown, such as "1,204 clients". */
  children?: ComponentChildren;
}

/** Links to the previous and the next page; nothing where there is one page alone. */
export function Pagination(
  { previous, next, children }: PaginationProps,
) {
  const words = useWords();
  if (!previous && !next && !children) return null;
  return (
    <nav
      aria-label={words.pages}
      class="mt-4 flex flex-wrap items-center justify-between gap-3 text-13 text-faded"
    >
      <p>{children}</p>
      <div class="flex gap-2">
        {previous && (
          <ButtonLink kind="quiet" small icon="chevron-left" href={previous}>
            {words.previous}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink kind="quiet" small icon="chevron-right" href={next}>
            {words.next}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
