import { z } from "zod";
import { SENDER_REASONS, senderReasonOf } from "./sender_reason.ts";

/** Why a message was not delivered, as kinds that people can act on. */
export const REASONS = [
  "no-mailbox",
  "mailbox-closed",
  "mailbox-full",
  "bad-address",
  "no-domain",
  "spam",
  "too-large",
  "later",
  "connection",
  ...SENDER_REASONS,
  "other",
] as const;

/** One kind of reason. */
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

/** RFC 3463 and its registry: subject and detail of an enhanced status code. */
const BY_ENHANCED: Readonly<Record<string, Reason>> = {
  "1.1": "no-mailbox", // bad destination mailbox
  "1.2": "no-domain", // bad destination system
  "1.3": "bad-address", // bad address syntax
  "1.4": "bad-address", // ambiguous address
  "1.6": "no-mailbox", // has moved, no forwarding
  "1.10": "no-domain", // the domain takes no mail
  "2.1": "mailbox-closed", // disabled
  "2.2": "mailbox-full",
  "2.4": "no-mailbox", // a list that leads nowhere
  "2.3": "too-large", // beyond the mailbox's limit
  "3.1": "later", // mail system full
  "3.2": "later", // not accepting messages now
  "3.4": "too-large", // beyond the system's limit
  "4.1": "connection", // no answer from the host
  "4.2": "connection", // bad connection
  "4.3": "connection", // directory server failure
  "4.4": "no-domain", // unable to route
  "4.5": "later", // congestion
  "4.6": "connection", // routing loop
  "4.7": "connection", // delivery time expired
  "5.3": "later", // too many recipients
  "7.1": "spam", // not authorised: refused by policy
  "7.2": "spam",
};

/** What codes mean otherwise when the server says "not now" with them. */
const LATER_AT_FIRST: ReadonlySet<string> = new Set(["2.1", "7.1"]);

/** What servers write, for codes that say too little; the first that fits counts. */
const BY_WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/gr[ea]ylist|try again later|too many|rate limit|throttl/i, "later"],
  [/over ?quota|quota exceeded|(?:mail|in)box.{0,20} full/i, "mailbox-full"],
  [/message.{0,20}(?:too (?:large|big)|size)|size limit/i, "too-large"],
  [/spam|junk/i, "spam"],
  [/(?:domain|host).{0,20}(?:not found|unknown|not exist)/i, "no-domain"],
  [/unknown (?:domain|host)|nxdomain|no mx\b/i, "no-domain"],
  [/(?:no such|unknown|invalid) (?:user|mailbox|recipient)/i, "no-mailbox"],
  [/(?:user|mailbox|recipient).{0,30}(?:unknown|not found)/i, "no-mailbox"],
  [/(?:user|mailbox|account).{0,20}not exist/i, "no-mailbox"],
  [/(?:mailbox|account).{0,20}(?:disabled|inactive)/i, "mailbox-closed"],
  [/is not an e-?mail address|(?:bad|invalid).{0,20}address/i, "bad-address"],
  [/timed? ?out|connection|unreachable|econn/i, "connection"],
];

/** RFC 5321's reply codes and HTTP's statuses, of which an answer about a recipient has one. */
const BY_CODE: Readonly<Record<string, Reason>> = {
  404: "no-mailbox",
  413: "too-large",
  421: "later",
  441: "connection",
  442: "connection",
  450: "later",
  451: "later",
  452: "later",
  501: "bad-address",
  510: "bad-address",
  511: "no-mailbox",
  512: "no-domain",
  521: "no-domain",
  523: "too-large",
  550: "no-mailbox",
  551: "no-mailbox",
  552: "mailbox-full",
  553: "bad-address",
  554: "spam",
  556: "no-domain",
};

const ENHANCED = /(?<![\d.])([245])\.(\d{1,3}\.\d{1,3})(?![\d.])/;
const CODE = /^([245]\d\d)(?!\d)/;

/**
 * The kind of reason that a mail server's reply gives: what it says of the sender first, then
 * its codes, its words where they say nothing.
 */
export function reasonOf(reply: string): Reason {
  const ofSender = senderReasonOf(reply);
  if (ofSender) return ofSender;
  // Further on a number is more likely part of an address or a link than a code.
  const [, kind, detail = ""] = reply.slice(0, 24).match(ENHANCED) ?? [];
  if (kind === "4" && LATER_AT_FIRST.has(detail)) return "later";
  const [, code = ""] = reply.match(CODE) ?? [];
  return BY_ENHANCED[detail] ??
    BY_WORDS.find(([words]) => words.test(reply))?.[1] ??
    BY_CODE[code] ?? "other";
}
