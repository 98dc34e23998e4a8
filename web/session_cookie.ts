import { readCookie, setCookie } from "./cookies.ts";
import type { Site } from "./define.ts";

const MONTH = 30 * 24 * 60 * 60;

/** The session's token that a browser sent. */
export function sessionToken(headers: Headers, site: Site): string | undefined {
  return readCookie(headers, nameOn(site));
}

/** Lets the browser keep a session's token. */
export function keepSession(headers: Headers, site: Site, token: string): void {
  setCookie(headers, [nameOn(site), token], {
    maxAge: MONTH,
    secure: isSecure(site),
  });
}

/** Lets the browser forget its session. */
export function dropSession(headers: Headers, site: Site): void {
  setCookie(headers, [nameOn(site), ""], { maxAge: 0, secure: isSecure(site) });
}

function nameOn(site: Site): string {
  // The prefix keeps neighbouring hosts from planting a session; it demands https.
  return isSecure(site) ? "__Host-session" : "session";
}

function isSecure(site: Site): boolean {
  return site.baseUrl.startsWith("https:");
}
