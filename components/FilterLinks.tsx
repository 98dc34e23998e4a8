import { cx } from "./cx.ts";

/** One of the views of the same things. */
export interface FilterLink {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
}

// What shows in part counts as seen, and browsers do not scroll to it: in this strip only
// the middle counts, so that the focus brings every link into full view.
const STRIP = cx("mb-6 overflow-x-auto border-b [scroll-padding-inline:40%]");

/** Links between views of the same things, the current one underlined. */
export function FilterLinks(
  { label, links }: { label: string; links: readonly FilterLink[] },
) {
  return (
    <nav aria-label={label} class={STRIP}>
      <ul class="flex gap-6">
        {links.map((link) => (
          <li key={link.href}>
            <a
              href={link.href}
              aria-current={link.current ? "page" : "false"}
              class="-mb-px flex gap-2 whitespace-nowrap border-b-2 border-transparent py-2.5 text-faded hover:text-ink focus-visible:[outline-offset:-2px] aria-[current=page]:border-mark aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {link.label}
              {link.count && (
                <span class="font-normal tabular-nums text-faded">
                  {link.count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
