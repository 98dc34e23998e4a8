import type { ComponentChildren } from "preact";

/** A sheet of paper on the page. */
export interface SheetProps {
  title?: string;
  /** At the right of the title: a link or a small button. */
  action?: ComponentChildren;
  children: ComponentChildren;
  id?: string;
}

/** A sheet with a hairline around it, for forms and cards. */
export function Sheet({ title, action, children, id }: SheetProps) {
  return (
    <section id={id} class="rounded border bg-sheet p-5 sm:p-6">
      {title && (
        <header class="mb-4 flex flex-wrap items-baseline justify-between gap-3">
          <h2 class="text-17 font-semibold">{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  );
}
