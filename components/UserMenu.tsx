import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";

/** Who is signed in, and where the menu leads. */
export interface UserMenuProps {
  user: { name: string; email: string };
  profileHref: string;
  signOutAction: string;
  labels: { account: string; profile: string; signOut: string };
}

const ITEM = cx(
  "flex h-9 w-full items-center gap-3 rounded px-3 text-left hover:bg-wash",
);

/** The user's own menu: profile and the way out; opens without a script. */
export function UserMenu(
  { user, profileHref, signOutAction, labels }: UserMenuProps,
) {
  return (
    <details class="group relative">
      <summary
        aria-label={`${labels.account}: ${user.name}`}
        class="flex h-9 max-w-[260px] items-center gap-2 rounded px-2 text-faded hover:bg-wash hover:text-ink"
      >
        <Icon name="circle-user" class="h-5 w-5" />
        <span class="sr-only truncate lg:not-sr-only lg:truncate">
          {user.name}
        </span>
        <Icon name="chevron-down" class="hidden h-4 w-4 lg:block" />
      </summary>
      <div class="absolute right-0 top-[42px] z-30 w-[260px] rounded border bg-sheet p-1.5 shadow-float">
        <p class="mb-1 truncate border-b px-3 pb-2 pt-1 text-13 text-faded">
          {user.email}
        </p>
        <a href={profileHref} class={ITEM}>
          <Icon name="settings" />
          {labels.profile}
        </a>
        <form method="post" action={signOutAction}>
          <button type="submit" class={ITEM}>
            <Icon name="log-out" />
            {labels.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}
