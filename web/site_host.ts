import type { Site } from "./define.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether a request names this site as its host, where that can be told: a site on https
 * has one name, and one of this machine alone is not to be read under a name that a
 * stranger's DNS server points here. Loopback names are no stranger's, and checks of
 * health use them.
 */
export function isForSite(
  { url, headers }: Request,
  { baseUrl, isLocal }: Site,
): boolean {
  if (!isLocal && !baseUrl.startsWith("https:")) return true;
  const home = authorityOf(baseUrl);
  const named = headers.get("host") || undefined;
  return isOurs(authorityOf(url), home) &&
    (named === undefined || isOurs(named, home));
}

function isOurs(authority: string, home: string): boolean {
  return authority === home || LOOPBACK.test(authority) ||
    withoutPort(authority) === withoutPort(home);
}

function withoutPort(authority: string): string {
  return authority.toLowerCase().replace(/:\d+$/, "");
}

/** Taken as it stands: what a client sends as its host need not make a valid address. */
function authorityOf(url: string): string {
  const start = url.indexOf("//") + 2;
  const end = url.slice(start).search(/[/?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}
