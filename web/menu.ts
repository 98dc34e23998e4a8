import { isPermission, needOf } from "./access_table.ts";
import type { State } from "./define.ts";

/** What the menus know of somebody. */
type Somebody = Pick<State, "permissions" | "site" | "t">;

/** A way in a menu; the icon is one of the components'. */
export interface MenuItem {
  href: string;
  label: string;
  icon: typeof PLACES[number]["icon"];
}

/** The menus of somebody who signed in. */
export interface Menu {
  /** At most four, as many as the foot of a phone's screen holds. */
  items: MenuItem[];
  /** What is further down, or behind a button on a phone. */
  more: MenuItem[];
}

const MAIN = 4;

/** Every way that a menu may show, in its order. Who sees it says the table of access. */
const PLACES = [
  { href: "/overview", word: "overview", icon: "house" },
  { href: "/clients", word: "clients", icon: "users" },
  { href: "/messages", word: "messages", icon: "mail" },
  { href: "/mailings", word: "mailings", icon: "send" },
  { href: "/manage/mailings", word: "allMailings", icon: "scroll-text" },
  { href: "/manage/users", word: "users", icon: "users" },
  { href: "/admin/users", word: "members", icon: "key-round" },
  { href: "/admin/groups", word: "groups", icon: "shield" },
  { href: "/admin/articles", word: "articles", icon: "newspaper" },
  { href: "/admin/system", word: "system", icon: "server" },
  { href: "/mailbox", word: "mailbox", icon: "inbox" },
] as const;

/** What somebody's menus show: the ways that the table of access opens to them. */
export function menuOf(somebody: Somebody): Menu {
  const words = { ...somebody.t.frame, ...somebody.t.admin.menu };
  const shown = PLACES.filter(({ href }) => isOpen(href, somebody));
  const items = shown.map(({ href, word, icon }) => (
    { href, label: words[word], icon }
  ));
  return { items: items.slice(0, MAIN), more: items.slice(MAIN) };
}

/** Where somebody begins after signing in. */
export function startOf(somebody: Somebody): string {
  const [first] = menuOf(somebody).items;
  return first && first.href !== "/mailbox" ? first.href : "/profile";
}

function isOpen(href: string, { permissions, site }: Somebody): boolean {
  const need = needOf("GET", href);
  if (need === "mailbox") return site.hasMailbox;
  return need !== undefined &&
    (!isPermission(need) || permissions.has(need));
}
