import type { ComponentChildren } from "preact";
import { FlashLine, type LeftMessage } from "./FlashLine.tsx";
import type { NavItem } from "./navigation.ts";
import { Shell } from "./Shell.tsx";

const ITEMS: readonly NavItem[] = [
  { href: "/overview", label: "Overview", icon: "house" },
  { href: "/clients", label: "Clients", icon: "users" },
  { href: "/messages", label: "Messages", icon: "mail" },
  { href: "/mailings", label: "Mailings", icon: "send" },
];

const MAILBOX: NavItem = { href: "/mailbox", label: "Mailbox", icon: "inbox" };

/** The frame of one page of somebody who signed in. */
export interface OwnerFrameProps {
  path: string;
  user: { name: string; email: string };
  hasMailbox: boolean;
  flash: LeftMessage | undefined;
  children: ComponentChildren;
}

/** The frame of those who signed in, with what just happened on top. */
export function OwnerFrame(
  { path, user, hasMailbox, flash, children }: OwnerFrameProps,
) {
  return (
    <Shell
      path={path}
      user={user}
      items={ITEMS}
      more={hasMailbox ? [MAILBOX] : []}
      signOutAction="/sign-out"
    >
      <FlashLine message={flash} />
      {children}
    </Shell>
  );
}
