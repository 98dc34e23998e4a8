import type { ComponentChildren } from "preact";
import { Logo } from "./Logo.tsx";
import { currentItem, type NavItem } from "./navigation.ts";
import { NavLink, PhoneBar } from "./ShellNav.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { UserMenu } from "./UserMenu.tsx";
import { useWords } from "./words.ts";

/** The frame of every page of those who signed in. */
export interface ShellProps {
  /** The page's path, to mark where one is. */
  path: string;
  user: { name: string; email: string };
  /** Four items: overview, clients, messages, mailings. */
  items: readonly NavItem[];
  /** What a role adds, below. */
  more?: readonly NavItem[];
  moreTitle?: string;
  profileHref?: string;
  signOutAction?: string;
  children: ComponentChildren;
}

/** Bar at the left from 1,024 px, five items at the foot of a phone, and the page between. */
export function Shell(props: ShellProps) {
  const { path, items, more = [], moreTitle, children } = props;
  const { frame: labels } = useWords();
  const profile: NavItem = {
    href: props.profileHref ?? "/profile",
    label: labels.profile,
    icon: "circle-user",
  };
  const current = currentItem([...items, ...more, profile], path);
  return (
    <>
      <SkipLink>{labels.skip}</SkipLink>
      <div class="lg:grid lg:min-h-screen lg:grid-cols-[232px_minmax(0,1fr)]">
        <aside class="hidden border-r lg:block print:hidden">
          <div class="sticky top-0 flex h-screen flex-col gap-7 overflow-y-auto px-4 py-5">
            <div class="px-2">
              <Logo href={items[0]?.href ?? "/"} />
            </div>
            <nav
              aria-label={labels.navigation}
              class="flex flex-1 flex-col gap-7"
            >
              <Group items={items} current={current} />
              {more.length > 0 && (
                <Group items={more} current={current} title={moreTitle} />
              )}
            </nav>
          </div>
        </aside>
        <div class="min-w-0">
          <header class="flex h-14 items-center justify-between border-b px-4 lg:justify-end lg:border-0 lg:px-10 print:hidden">
            <span class="lg:hidden">
              <Logo href={items[0]?.href ?? "/"} />
            </span>
            <UserMenu
              user={props.user}
              profileHref={profile.href}
              signOutAction={props.signOutAction ?? "/signout"}
              labels={labels}
            />
          </header>
          <main
            id="main"
            tabIndex={-1}
            class="mx-auto max-w-page px-4 pb-28 pt-6 outline-none lg:px-10 lg:pb-20 lg:pt-4 print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <PhoneBar
        items={items}
        more={more}
        profile={profile}
        current={current}
        labels={labels}
      />
    </>
  );
}

interface GroupProps {
  items: readonly NavItem[];
  current: NavItem | undefined;
  title?: string | undefined;
}

function Group({ items, current, title }: GroupProps) {
  return (
    <div>
      {title && <p class="mb-1 px-3 text-13 text-faded">{title}</p>}
      <ul class="flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} current={item === current} />
          </li>
        ))}
      </ul>
    </div>
  );
}
