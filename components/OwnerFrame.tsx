import type { ComponentChildren } from "preact";
import { FlashLine, type LeftMessage } from "./FlashLine.tsx";
import type { NavItem } from "./navigation.ts";
import { Shell } from "./Shell.tsx";

/** The frame of one page of somebody who signed in. */
export interface OwnerFrameProps {
  path: string;
  user: { name: string; email: string };
  /** The ways that are open to them: four at most, then what is further down. */
  menu: { items: readonly NavItem[]; more: readonly NavItem[] };
  flash: LeftMessage | undefined;
  children: ComponentChildren;
}

/** The frame of those who signed in, with what just happened on top. */
export function OwnerFrame(
  { path, user, menu, flash, children }: OwnerFrameProps,
) {
  return (
    <Shell
      path={path}
      user={user}
      items={menu.items}
      more={menu.more}
      signOutAction="/sign-out"
    >
      <FlashLine message={flash} />
      {children}
    </Shell>
  );
}
