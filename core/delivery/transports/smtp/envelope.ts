import type { Capabilities } from "./capabilities.ts";
import { ASCII, asciiDomain } from "./address.ts";
import type { Parcel } from "./job.ts";

/** The commands before a message, and what stands against sending it at all. */
export interface Envelope {
  mail: string;
  rcpt: string;
}

/** What is to be known of a mail for its envelope. */
export interface Enclosure extends Pick<Parcel, "from" | "to"> {
  /** The bytes of the message. */
  size: number;
}

/** DATA, which has to be the last command of a group. */
export const DATA = "DATA\r\n";
/** Takes leave. */
export const QUIT = "QUIT\r\n";
/** Ends a transaction that has no message. */
export const RSET = "RSET\r\n";
/** The end of a message, after a line end. */
export const FINAL_DOT = ".\r\n";

/** Nothing else of ours writes commands, and this cannot be one command any more. */
const UNFIT = /[\s<>\p{Cc}\p{Zl}\p{Zp}]/u;

/** The envelope of a mail, or a sentence that says why this server cannot take it. */
export function envelopeOf(
  { from, to, size }: Enclosure,
  capabilities: Capabilities,
): Envelope | string {
  const sender = asciiDomain(from);
  const recipient = asciiDomain(to);
  if (!sender || !recipient || UNFIT.test(sender) || UNFIT.test(recipient)) {
    return "This is not an e-mail address that fits on an envelope.";
  }
  const isForeign = !ASCII.test(sender) || !ASCII.test(recipient);
  if (isForeign && !(capabilities.smtpUtf8 && capabilities.eightBitMime)) {
    return "An invalid address for this mail server, which takes ASCII letters alone before the @.";
  }
  if (size > (capabilities.largest ?? Infinity)) {
    return `The message is too large: the mail server takes ${capabilities.largest} bytes at most.`;
  }
  const sizeWord = capabilities.size ? ` SIZE=${size}` : "";
  // Then the headers name the address too, and have the same letters.
  const words = isForeign ? " BODY=8BITMIME SMTPUTF8" : "";
  return {
    mail: `MAIL FROM:<${sender}>${sizeWord}${words}\r\n`,
    rcpt: `RCPT TO:<${recipient}>\r\n`,
  };
}
