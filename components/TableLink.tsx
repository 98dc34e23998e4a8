import type { ComponentChildren } from "preact";

/** The name of a row, which leads to the thing itself. */
export function TableLink(
  { href, children }: { href: string; children: ComponentChildren },
) {
  return (
    <a href={href} class="rounded text-mark underline-offset-4 hover:underline">
      {children}
    </a>
  );
}
