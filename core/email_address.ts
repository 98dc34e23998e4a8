import { z } from "zod";

const MAX_LENGTH = 254;
/** In whatever form it is typed, with spaces around it. */
const MAX_TYPED = 1_000;
const MAX_LOCAL_LENGTH = 64;
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const PATTERN = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${LABEL}$`);
const HINT = "Enter an e-mail address like anna@example.com.";

/**
 * An e-mail address in the one form the store keeps: trimmed, lower case, its domain in
 * ASCII (IDNA). Control characters and line separators are refused with everything else
 * that RFC 5321 does not allow unquoted.
 */
export const EmailAddress = z.string({ error: HINT })
  // Before anything works on it: a domain's ASCII takes longer the longer the domain is.
  .max(MAX_TYPED, { error: HINT, abort: true })
  .transform(normaliseAddress)
  .pipe(
    z.email({ pattern: PATTERN, error: HINT }).max(MAX_LENGTH, { error: HINT }),
  )
  .refine((address) => address.lastIndexOf("@") <= MAX_LOCAL_LENGTH, {
    error: HINT,
  })
  // A mail program would decode it, and show another address than the one that is written to.
  .refine((address) => !address.includes("=?"), { error: HINT });

function normaliseAddress(text: string): string {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at + 1)}${asciiDomain(address.slice(at + 1))}`;
}

function asciiDomain(domain: string): string {
  if (/^[a-z0-9.-]*$/.test(domain) || /[\s/?#:@\\%]/.test(domain)) {
    return domain;
  }
  const url = URL.parse(`http://${domain}`);
  return url ? url.hostname : domain;
}
