import { Icon } from "./Icon.tsx";
import type { NavItem } from "./navigation.ts";

/** An item of the bar at the left, and of the phone's further items. */
export function NavLink(
  { item, current }: { item: NavItem; current: boolean },
) {
  return (
    <a
      href={item.href}
      aria-current={current ? "page" : undefined}
      class="flex h-9 items-center gap-3 rounded px-3 text-faded hover:bg-wash hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:font-medium aria-[current=page]:text-ink [&[aria-current]_svg]:text-mark"
    >
      <Icon name={item.icon} />
      {item.label}
    </a>
  );
}

/** What the foot of a phone's screen shows. */
export interface PhoneBarProps {
  items: readonly NavItem[];
  more: readonly NavItem[];
  current: NavItem | undefined;
  labels: { navigation: string; more: string; account: string };
}

/** The main items at the foot of a phone's screen; what a role adds opens above them. */
export function PhoneBar({ items, more, current, labels }: PhoneBarProps) {
  return (
    <nav
      aria-label={labels.navigation}
      class="fixed inset-x-0 bottom-0 z-20 border-t bg-sheet [padding-bottom:env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul class="mx-auto flex max-w-form">
        {items.map((item) => (
          <li key={item.href} class="min-w-0 flex-1">
            <a
              href={item.href}
              aria-current={item === current ? "page" : undefined}
              class="flex h-14 flex-col items-center justify-center gap-0.5 text-[11px] text-faded focus-visible:[outline-offset:-3px] aria-[current=page]:font-medium aria-[current=page]:text-ink [&[aria-current]>svg]:text-mark"
            >
              <Icon name={item.icon} class="h-5 w-5" />
              <span class="max-w-full truncate px-1">{item.label}</span>
            </a>
          </li>
        ))}
        {more.length > 0 && (
          <li class="min-w-0 flex-1">
            <details class="group relative">
              <summary class="flex h-14 flex-col items-center justify-center gap-0.5 text-[11px] text-faded group-open:text-ink">
                <Icon name="menu" class="h-5 w-5" />
                <span class="max-w-full truncate px-1">{labels.more}</span>
              </summary>
              <ul class="absolute bottom-[64px] right-2 w-[220px] rounded border bg-sheet p-1.5 shadow-float">
                {more.map((item) => (
                  <li key={item.href}>
                    <NavLink item={item} current={item === current} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}
