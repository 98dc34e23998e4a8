import { Permission } from "../core/access/permissions.ts";

/**
 * Who gets in: anybody; whoever has signed in; whoever may read something of the mailbox,
 * where the site has one; or those whose groups have a permission.
 */
export type Need = "anyone" | "signed in" | "mailbox" | Permission;

/** The methods of a path, and what they need. */
export type AccessRow = readonly [methods: string, path: string, needs: Need];

/**
 * What every address of the site needs. The guard, the menus and the test read it; an address
 * that is not here is not served. A HEAD needs what its GET does. Whose records an address
 * speaks of is no question of this table: what is not one's own is not there.
 */
export const ACCESS: readonly AccessRow[] = [
  ["GET", "/", "anyone"],
  ["GET POST", "/sign-in", "anyone"],
  ["GET POST", "/sign-up", "anyone"],
  ["POST", "/sign-out", "anyone"],
  ["GET", "/language/:code", "anyone"],
  ["GET POST", "/confirm/:token", "anyone"],
  ["GET POST", "/confirmation", "anyone"],
  ["GET POST", "/forgot", "anyone"],
  ["GET POST", "/reset/:token", "anyone"],
  ["GET POST", "/unsubscribe/:token", "anyone"],
  ["POST", "/unsubscribe/:token/again", "anyone"],

  ["GET", "/blog", "anyone"],
  ["GET", "/blog/:slug", "anyone"],
  ["GET", "/blog/feed.xml", "anyone"],
  ["GET", "/sitemap.xml", "anyone"],
  ["GET", "/robots.txt", "anyone"],
  ["GET", "/pictures/:id", "anyone"],

  ["GET", "/mailbox", "mailbox"],
  ["GET", "/mailbox/:id", "mailbox"],
  ["GET", "/mailbox/:id/source", "mailbox"],
  ["GET", "/mailbox/:id/html", "mailbox"],

  ["GET POST", "/profile", "signed in"],
  ["GET POST", "/profile/password", "signed in"],
  ["GET POST", "/profile/delete", "signed in"],

  ["GET", "/overview", "mailings.own"],
  ["GET", "/clients", "mailings.own"],
  ["GET POST", "/clients/new", "mailings.own"],
  ["GET POST", "/clients/import", "mailings.own"],
  ["GET", "/clients/:id", "mailings.own"],
  ["GET POST", "/clients/:id/edit", "mailings.own"],
  ["GET POST", "/clients/:id/delete", "mailings.own"],
  ["GET", "/messages", "mailings.own"],
  ["GET POST", "/messages/new", "mailings.own"],
  ["GET", "/messages/:id", "mailings.own"],
  ["GET POST", "/messages/:id/edit", "mailings.own"],
  ["GET POST", "/messages/:id/delete", "mailings.own"],
  ["GET", "/mailings", "mailings.own"],
  ["GET POST", "/mailings/new", "mailings.own"],
  ["POST", "/mailings/summary", "mailings.own"],
  ["GET", "/mailings/:id", "mailings.own"],
  ["GET POST", "/mailings/:id/edit", "mailings.own"],
  ["GET POST", "/mailings/:id/delete", "mailings.own"],
  ["GET POST", "/mailings/:id/cancel", "mailings.own"],
  ["POST", "/mailings/:id/launch", "mailings.own"],
  ["POST", "/mailings/:id/pause", "mailings.own"],
  ["GET POST", "/mailings/:id/resume", "mailings.own"],
  ["POST", "/mailings/:id/copies", "mailings.own"],
  ["GET", "/mailings/:id/report", "mailings.own"],
  ["GET", "/mailings/:id/report.csv", "mailings.own"],
  ["GET", "/mailings/:id/runs/:run", "mailings.own"],
  ["GET", "/mailings/:id/runs/:run/events", "mailings.own"],
  ["GET", "/mailings/:id/runs/:run/report", "mailings.own"],
  ["GET", "/mailings/:id/runs/:run/report.csv", "mailings.own"],

  ["GET", "/manage/mailings", "mailings.view_any"],
  ["GET", "/manage/mailings/:owner/:id", "mailings.view_any"],
  ["GET POST", "/manage/mailings/:owner/:id/off", "mailings.switch_off"],
  ["POST", "/manage/mailings/:owner/:id/on", "mailings.switch_off"],
  ["GET", "/manage/users", "users.view"],
  ["GET", "/manage/users/:id", "users.view"],
  ["GET POST", "/manage/users/:id/block", "users.block"],
  ["POST", "/manage/users/:id/unblock", "users.block"],

  ["GET", "/admin/groups", "groups.manage"],
  ["GET POST", "/admin/groups/new", "groups.manage"],
  ["GET POST", "/admin/groups/:name", "groups.manage"],
  ["GET POST", "/admin/groups/:name/delete", "groups.manage"],
  ["GET", "/admin/users", "groups.manage"],
  ["GET POST", "/admin/users/:id", "groups.manage"],
  ["GET POST", "/admin/users/:id/delete", "users.delete"],
  ["GET", "/admin/articles", "articles.manage"],
  ["GET POST", "/admin/articles/new", "articles.manage"],
  ["GET POST", "/admin/articles/:id", "articles.manage"],
  ["GET POST", "/admin/articles/:id/delete", "articles.manage"],
  ["GET", "/admin/system", "system.view"],
  ["GET", "/admin/system/journal", "system.view"],
];

const NEEDS = new Map(
  ACCESS.flatMap(([methods, path, need]) =>
    methods.split(" ").map((method) => [`${method} ${path}`, need] as const)
  ),
);

/** What a method of a route needs; undefined for a route that the table does not have. */
export function needOf(method: string, route: string): Need | undefined {
  return NEEDS.get(`${method === "HEAD" ? "GET" : method} ${route}`);
}

/** Whether a need is a permission rather than a rule of its own. */
export function isPermission(need: Need): need is Permission {
  return Permission.safeParse(need).success;
}

const PATTERNS = [...new Set(ACCESS.map(([_, path]) => path))].map((path) => ({
  path,
  matches: new RegExp(
    `^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}/?$`,
  ),
}));

/** The route of the table that serves an address, for where the router has not told yet. */
export function routeAt(pathname: string): string | undefined {
  const plain = pathname.replace(/\/{2,}/g, "/");
  const found = PATTERNS.filter(({ matches }) => matches.test(plain));
  // Of two that match, the one with fewer open places is meant, as routers have it.
  found.sort((a, b) => a.path.split(":").length - b.path.split(":").length);
  return found[0]?.path;
}
