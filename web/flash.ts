import type { Context } from "fresh";
import { z } from "zod";
import { readCookie, setCookie } from "./cookies.ts";
import type { Site, State } from "./define.ts";

const LIFETIME_S = 60;
const PURPOSE = "flash";

const FlashMessage = z.object({
  kind: z.enum(["done", "notice", "failed"]),
  text: z.string().max(500),
  /** A form's button that takes back what was done. */
  undo: z.object({ action: z.string().startsWith("/"), label: z.string() })
    .optional(),
});

/** What just happened, to be told on the next page. */
export type FlashMessage = z.infer<typeof FlashMessage>;

/** A message on its way to the next page. */
export interface LeftMessage extends FlashMessage {
  /** Somebody else may be signed in on the next page, or nobody. */
  toAnybody?: true;
}

/** What the cookie carries: for whom, until when, and the message. */
const Signed = z.tuple([
  z.string(),
  z.coerce.number(),
  z.string().transform((text) => JSON.parse(text)).pipe(FlashMessage),
]);

/**
 * The message left by the request before. Only what this site signed for whoever is asking
 * counts: another site on the same domain may plant cookies here.
 */
export function readFlash(
  { req: { headers }, state }: Context<State>,
): FlashMessage | undefined {
  const { core, site, user } = state;
  const value = readCookie(headers, nameOn(site));
  const parts = value && core.signer.verify(PURPOSE, value);
  const signed = parts ? Signed.safeParse(parts) : undefined;
  if (!signed?.success) return undefined;
  const [forWhom, until, message] = signed.data;
  const isTheirs = forWhom === "" || forWhom === user?.id;
  return isTheirs && until > core.store.now().getTime() ? message : undefined;
}

/** Leaves a message for the next page. */
export function leaveFlash(
  headers: Headers,
  { core, site, user }: State,
  { toAnybody, ...message }: LeftMessage,
): void {
  const until = core.store.now().getTime() + LIFETIME_S * 1_000;
  const value = core.signer.sign(PURPOSE, [
    toAnybody ? "" : user?.id ?? "",
    String(until),
    JSON.stringify(message),
  ]);
  setCookie(headers, [nameOn(site), value], {
    maxAge: LIFETIME_S,
    secure: isSecure(site),
  });
}

/** Forgets the message once it was told. */
export function dropFlash(headers: Headers, site: Site): void {
  const secure = isSecure(site);
  setCookie(headers, [nameOn(site), ""], { maxAge: 0, secure });
}

function nameOn(site: Site): string {
  // The prefix keeps neighbouring hosts from planting one; it demands https.
  return isSecure(site) ? "__Host-flash" : "flash";
}

function isSecure(site: Site): boolean {
  return site.baseUrl.startsWith("https:");
}
