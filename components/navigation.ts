import type { IconName } from "./icons.ts";

/** A way in a bar. */
export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
}

/** The item of the longest address the path lies under. */
export function currentItem(
  items: readonly NavItem[],
  path: string,
): NavItem | undefined {
  return items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
