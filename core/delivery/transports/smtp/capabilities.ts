import type { Reply } from "./reply.ts";

/** What a server says it can do, of what matters here. */
export interface Capabilities {
  pipelining: boolean;
  eightBitMime: boolean;
  smtpUtf8: boolean;
  startTls: boolean;
  /** Whether it takes the size of a message with MAIL. */
  size: boolean;
  /** The largest message in bytes, when it says so. */
  largest?: number;
  /** Ways to sign in, in upper case. */
  auth: readonly string[];
}

/** What a server can do that knows HELO alone. */
export const NO_CAPABILITIES: Capabilities = {
  pipelining: false,
  eightBitMime: false,
  smtpUtf8: false,
  startTls: false,
  size: false,
  auth: [],
};

/** Reads what follows the greeting in the reply to EHLO. */
export function capabilitiesOf({ lines }: Reply): Capabilities {
  const known = new Map<string, string[]>();
  for (const line of lines.slice(1)) {
    // Some servers write "AUTH=LOGIN" beside "AUTH LOGIN", for clients of long ago.
    const [name = "", ...values] = line.trim().toUpperCase().split(/[\s=]+/);
    known.set(name, [...known.get(name) ?? [], ...values]);
  }
  const largest = Number(known.get("SIZE")?.[0] ?? 0);
  return {
    pipelining: known.has("PIPELINING"),
    eightBitMime: known.has("8BITMIME"),
    smtpUtf8: known.has("SMTPUTF8"),
    startTls: known.has("STARTTLS"),
    size: known.has("SIZE"),
    ...(Number.isSafeInteger(largest) && largest > 0 && { largest }),
    auth: [...new Set(known.get("AUTH"))],
  };
}
