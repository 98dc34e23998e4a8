import type { ComponentChildren } from "preact";
import { FlashLine, type LeftMessage } from "./FlashLine.tsx";
import type { NavItem } from "./navigation.ts";
import { Shell } from "./Shell.tsx";
import { type FrameWords, useWords } from "./words.ts";

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
  const { frame } = useWords();
  return (
    <Shell
      path={path}
      user={user}
      items={itemsOf(frame)}
      more={hasMailbox ? [mailboxItem(frame)] : []}
      signOutAction="/sign-out"
    >
      <FlashLine message={flash} />
      {children}
    </Shell>
  );
}

function itemsOf(frame: FrameWords): NavItem[] {
  return [
    { href: "/overview", label: frame.overview, icon: "house" },
    { href: "/clients", label: frame.clients, icon: "users" },
    { href: "/messages", label: frame.messages, icon: "mail" },
    { href: "/mailings", label: frame.mailings, icon: "send" },
  ];
}

function mailboxItem({ mailbox }: FrameWords): NavItem {
  return { href: "/mailbox", label: mailbox, icon: "inbox" };
}
