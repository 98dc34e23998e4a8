import type { Context } from "fresh";
import { readCookie, setCookie } from "./cookies.ts";
import type { Site, State } from "./define.ts";

const NAME = "registration";
const PURPOSE = "registration";
/** As long as the mailed link is good. */
const LIFETIME_S = 3 * 24 * 60 * 60;

/** Lets the browser that registered know its registration. */
export function keepRegistration(
  headers: Headers,
  { core, site }: State,
  registration: string,
): void {
  const value = core.signer.sign(PURPOSE, [registration]);
  const secure = site.baseUrl.startsWith("https:");
  setCookie(headers, [NAME, value], { maxAge: LIFETIME_S, secure });
}

/** Lets the browser forget its registration, once that is confirmed. */
export function dropRegistration(headers: Headers, { baseUrl }: Site): void {
  const secure = baseUrl.startsWith("https:");
  setCookie(headers, [NAME, ""], { maxAge: 0, secure });
}

/** The registration of the browser that asks, if it has one. */
export function registrationOf(
  { req, state }: Context<State>,
): string | undefined {
  const value = readCookie(req.headers, NAME);
  const parts = value && state.core.signer.verify(PURPOSE, value);
  return parts ? parts[0] : undefined;
}
