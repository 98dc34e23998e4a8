import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import { useWords } from "./words.ts";

/** A step on the way to this page. */
export interface Crumb {
  href: string;
  label: string;
}

/** The head of a page. */
export interface PageHeaderProps {
  title: string;
  /** One line of what this is about: a status, a date, a count. */
  about?: ComponentChildren;
  /** The one primary action, and quiet ones before it. */
  action?: ComponentChildren;
  /** Only below the second level. */
  crumbs?: readonly Crumb[];
}

/** The page's one `h1`, with its primary action at its right. */
export function PageHeader(props: PageHeaderProps) {
  const { title, about, action, crumbs = [] } = props;
  const { frame } = useWords();
  return (
    <header class="mb-8 flex flex-col gap-2">
      {crumbs.length > 0 && (
        <nav aria-label={frame.crumbs} class="print:hidden">
          <ol class="flex flex-wrap items-center gap-1.5 text-13 text-faded">
            {crumbs.map((crumb, index) => (
              <li key={crumb.href} class="flex items-center gap-1.5">
                {index > 0 && <Icon name="chevron-right" class="h-3.5 w-3.5" />}
                <a
                  href={crumb.href}
                  class="block max-w-[32ch] truncate rounded hover:text-ink hover:underline"
                >
                  {crumb.label}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div class="min-w-0 flex-1 basis-[280px]">
          <h1 class="text-27 font-semibold tracking-tight">{title}</h1>
          {about && (
            <div class="mt-1 flex flex-wrap gap-x-4 text-faded">{about}</div>
          )}
        </div>
        {action && <div class="flex flex-wrap items-center gap-2">{action}
        </div>}
      </div>
    </header>
  );
}
