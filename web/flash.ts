import { z } from "zod";
import { readCookie, setCookie } from "./cookies.ts";
import type { Site } from "./define.ts";

const NAME = "flash";
const LIFETIME = 60;

const FlashMessage = z.object({
  kind: z.enum(["done", "notice", "failed"]),
  text: z.string().max(500),
  /** A form's button that takes back what was done. */
  undo: z.object({ action: z.string().startsWith("/"), label: z.string() })
    .optional(),
});

/** What just happened, to be told on the next page. */
export type FlashMessage = z.infer<typeof FlashMessage>;

/** The message left by the request before. */
export function readFlash(headers: Headers): FlashMessage | undefined {
  const value = readCookie(headers, NAME);
  if (!value) return undefined;
  try {
    const text = new TextDecoder().decode(
      Uint8Array.fromBase64(value, { alphabet: "base64url" }),
    );
    return FlashMessage.parse(JSON.parse(text));
  } catch {
    // A cookie that is not ours says nothing.
    return undefined;
  }
}

/** Leaves a message for the next page. */
export function leaveFlash(
  headers: Headers,
  site: Site,
  message: FlashMessage,
): void {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  const value = bytes.toBase64({ alphabet: "base64url", omitPadding: true });
  setCookie(headers, [NAME, value], {
    maxAge: LIFETIME,
    secure: site.baseUrl.startsWith("https:"),
  });
}

/** Forgets the message once it was told. */
export function dropFlash(headers: Headers, site: Site): void {
  setCookie(headers, [NAME, ""], {
    maxAge: 0,
    secure: site.baseUrl.startsWith("https:"),
  });
}
