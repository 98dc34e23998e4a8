import { senderReasonOf } from "../../../attempts/sender_reason.ts";
import { type Outcome, replyLine } from "../../outcome.ts";
import { type EnhancedCode, type Reply, replyText } from "./reply.ts";

/** The command of a transaction that a reply is to; "." is the end of the message. */
export type Command = "MAIL" | "RCPT" | "DATA" | ".";

/** What a reply means: a kind of outcome. */
export type Verdict = Outcome["kind"];

/** The code of a server that closes the connection. */
export const CLOSING = 421;

/**
 * Basic codes that tell of the server or of our session with it, whatever they answer.
 * Where a wrong `refused` loses a mail for good, a wrong `unavailable` only delays it.
 */
const ABOUT_THE_SERVICE: ReadonlySet<number> = new Set([
  CLOSING,
  432, // a password change is needed
  454, // TLS or authentication out of order for now
  500, // command not recognised
  502, // command not implemented
  503, // commands out of order
  504, // parameter not implemented
  521, // takes no mail at all (RFC 7504)
  523, // encryption needed
  524, // password expired
  525, // account disabled
  530, // authentication needed
  534, // authentication too weak
  535, // authentication refused
  538, // encryption needed
]);

/** Enhanced codes, as subject.detail of classes 4 and 5 alike, that tell the same. */
const ENHANCED_ABOUT_THE_SERVICE: ReadonlySet<string> = new Set([
  "3.2", // takes no mail from the network
  "3.5", // wrongly set up
  "4.5", // congestion
  "7.8", // authentication refused
  "7.9", // authentication too weak
  "7.10", // encryption needed
  "7.11", // encryption needed for this authentication
  "7.12", // a password change is needed
  "7.13", // our account is disabled
  "7.14", // a trust relationship is needed
]);

/**
 * Enhanced codes that name the recipient's address or mailbox, which then is what the basic
 * code is about too: OpenSMTPD says "524 5.2.4" of an address that leads nowhere.
 */
const ENHANCED_ABOUT_THE_RECIPIENT = /^(?:1\.(?![078]$)|2\.(?!0$))/;

/** Enhanced codes that tell of the mail's size or address, even where the sender is named. */
const ENHANCED_ABOUT_THE_MAIL: ReadonlySet<string> = new Set([
  "2.3", // longer than the mailbox takes
  "3.4", // too large
  "6.7", // letters of the address that the server cannot take
  "6.9", // the same, further on
]);

const TOO_LARGE = 552;
const TOO_MANY_RECIPIENTS = "5.3";

/** What a reply to a command of a transaction means for the recipient of the mail. */
export function verdictOn(command: Command, reply: Reply): Verdict {
  const { code } = reply;
  if (isExpected(command, code)) return "delivered";
  if (isOutOfPlace(command, reply)) return "unavailable";
  const enhanced = reply.enhanced && detailOf(reply.enhanced);
  if (ABOUT_THE_SERVICE.has(code) && !namesRecipient(command, reply)) {
    return "unavailable";
  }
  if (blocksSender(command, reply)) return "blocked";
  if (enhanced && ENHANCED_ABOUT_THE_SERVICE.has(enhanced)) {
    return "unavailable";
  }
  // MAIL names the sender, who is the same for all: no recipient is to pay for it.
  if (command === "MAIL") {
    const isAboutMail = enhanced
      ? ENHANCED_ABOUT_THE_MAIL.has(enhanced)
      : code === TOO_LARGE;
    return isAboutMail && code >= 500 ? "refused" : "unavailable";
  }
  // We name one recipient at a time, so this is a limit on how fast we are.
  if (code < 500 && enhanced === TOO_MANY_RECIPIENTS) return "unavailable";
  return code < 500 ? "deferred" : "refused";
}

/** Whether a reply is neither a yes nor a no to a command: the dialogue has gone astray. */
export function isOutOfPlace(command: Command, { code }: Reply): boolean {
  return code < 400 && !isExpected(command, code);
}

/** The outcome of a reply that means so. */
export function outcomeOf(kind: Verdict, reply: Reply): Outcome {
  const text = replyLine(replyText(reply));
  return kind === "blocked"
    ? { kind, reply: text, isForNow: reply.code < 500 }
    : { kind, reply: text };
}

function blocksSender(command: Command, reply: Reply): boolean {
  // What a server will not hear of a sender for now, before it knows for whom, is its own trouble.
  if (command === "MAIL" && reply.code < 500) return false;
  return senderReasonOf(replyText(reply)) !== undefined;
}

function namesRecipient(
  command: Command,
  { code, enhanced }: Reply,
): boolean {
  return command !== "MAIL" && code !== CLOSING && enhanced !== undefined &&
    ENHANCED_ABOUT_THE_RECIPIENT.test(detailOf(enhanced));
}

function isExpected(command: Command, code: number): boolean {
  return command === "DATA" ? code === 354 : code >= 200 && code < 300;
}

function detailOf({ subject, detail }: EnhancedCode): string {
  return `${subject}.${detail}`;
}
