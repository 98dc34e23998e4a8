import { readCookie, setCookie } from "./cookies.ts";
import type { Site, State } from "./define.ts";

const PURPOSE = "device";
const LIFETIME_S = 400 * 24 * 60 * 60;
/** People who share a browser and are known by it. */
const MOST = 5;

/** The ids of those who have signed in with this browser before. */
export function knownBy(headers: Headers, { core, site }: State): string[] {
  const value = readCookie(headers, nameOn(site));
  return value && core.signer.verify(PURPOSE, value) || [];
}

/** Lets the browser be known as one of somebody's own. */
export function keepDevice(
  headers: Headers,
  state: State,
  { userId, known }: { userId: string; known: readonly string[] },
): void {
  const ids = [userId, ...known.filter((id) => id !== userId)].slice(0, MOST);
  const value = state.core.signer.sign(PURPOSE, ids);
  const secure = isSecure(state.site);
  setCookie(headers, [nameOn(state.site), value], {
    maxAge: LIFETIME_S,
    secure,
  });
}

function nameOn(site: Site): string {
  return isSecure(site) ? "__Host-device" : "device";
}

function isSecure(site: Site): boolean {
  return site.baseUrl.startsWith("https:");
}
