import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { NavItem } from "./navigation.ts";

/** An item of the bar at the left, and of the phone's further items. */
export function NavLink(
  { item, current }: { item: NavItem; current: boolean },
) {
  return (
    <a
      href={item.href}
      aria-current={current ? "page" : "false"}
      class="flex h-9 items-center gap-3 rounded px-3 text-faded hover:bg-wash hover:text-ink aria-[current=page]:bg-wash aria-[current=page]:font-medium aria-[current=page]:text-ink [&[aria-current=page]_svg]:text-mark"
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
  /** Takes the fifth place where a role adds nothing. */
  profile: NavItem;
  current: NavItem | undefined;
  labels: { navigation: string; more: string };
}

/** The main items at the foot of a phone's screen; what a role adds opens above them. */
export function PhoneBar(
  { items, more, profile, current, labels }: PhoneBarProps,
) {
  return (
    <nav
      aria-label={labels.navigation}
      class="fixed inset-x-0 bottom-0 z-20 border-t bg-sheet [padding-bottom:env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul class="mx-auto flex max-w-form">
        {items.map((item) => (
          <li key={item.href} class="min-w-0 flex-1">
            <PhoneLink item={item} current={item === current} />
          </li>
        ))}
        <li class="min-w-0 flex-1">
          {more.length > 0
            ? <MoreItems more={more} current={current} label={labels.more} />
            : <PhoneLink item={profile} current={profile === current} />}
        </li>
      </ul>
    </nav>
  );
}

const PHONE_ITEM = cx(
  "flex h-14 flex-col items-center justify-center gap-0.5 text-[11px] text-faded",
  "focus-visible:[outline-offset:-3px] group-open:text-ink aria-[current=page]:font-medium",
  "aria-[current=page]:text-ink [&[aria-current=page]>svg]:text-mark",
);

function PhoneLink({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <a
      href={item.href}
      aria-current={current ? "page" : "false"}
      class={PHONE_ITEM}
    >
      <Icon name={item.icon} class="h-5 w-5" />
      <span class="max-w-full truncate tracking-tight">{item.label}</span>
    </a>
  );
}

function MoreItems(
  { more, current, label }: Pick<PhoneBarProps, "more" | "current"> & {
    label: string;
  },
) {
  return (
    <details class="group relative">
      <summary class={PHONE_ITEM}>
        <Icon name="menu" class="h-5 w-5" />
        <span class="max-w-full truncate px-1">{label}</span>
      </summary>
      <ul class="absolute bottom-[64px] right-2 w-[220px] rounded border bg-sheet p-1.5 shadow-float">
        {more.map((item) => (
          <li key={item.href}>
            <NavLink item={item} current={item === current} />
          </li>
        ))}
      </ul>
    </details>
  );
}
