/** Why mail is not taken from a sender, whoever it is to, as kinds that the sender can act on. */
export const SENDER_REASONS = [
  "not-authenticated",
  "sender-blocked",
  "sending-limit",
  "not-allowed",
] as const;
export type SenderReason = typeof SENDER_REASONS[number];

/** RFC 3463, its registry, and what large receivers added to it: subject and detail. */
const BY_ENHANCED: readonly (readonly [RegExp, SenderReason])[] = [
  // DKIM, SPF, reverse DNS and what goes with them.
  [/^7\.(?:2[0-79]|30|40|509|515)$/, "not-authenticated"],
  [/^7\.(?:28|508)$/, "sending-limit"],
  // Microsoft's ranges for senders, domains and addresses that are banned.
  [/^7\.(?:5[01]\d|6[0-4]\d|7[05]\d)$/, "sender-blocked"],
  // The sender's own address.
  [/^1\.[78]$/, "not-allowed"],
];

/** Enhanced codes that name the recipient's address or mailbox: nothing beside them is about the sender. */
const ABOUT_THE_RECIPIENT = /^(?:1\.(?![078]$)|2\.(?!0$))/;
/** The same in words, for servers that give no such code. */
const NAMES_RECIPIENT =
  /(?:no such|unknown|invalid) (?:user|mailbox|recipient)|(?:user|mailbox|recipient).{0,30}(?:unknown|not found|not exist)|(?:over ?quota|mailbox.{0,20}full)/i;

/** What receivers write of a sender; the first that fits counts. */
const BY_WORDS: readonly (readonly [RegExp, SenderReason])[] = [
  [
    /\b(?:spf|dkim|dmarc)\b|unauthenticated|authentication (?:checks?|information|level|requirements?)|reverse (?:dns|lookup)|\brdns\b|\bptr\b|cannot find your (?:reverse )?host|not accepted for policy reasons/i,
    "not-authenticated",
  ],
  [
    /black ?list|block ?list|deny ?list|\b(?:dns)?[rd]?bls?\b|reputation|spamhaus|barracuda|spamcop|proofpoint|cloudmark|\bblocked (?:using|by|due)|\bS31[45]0\b|\[(?:CS0\d|HM0\d|BL2\d|TSS?\d\d)\]|likely unsolicited|user complaints|banned send/i,
    "sender-blocked",
  ],
  [
    /rate.?limit|throttl|unusual rate|(?:unexpected|excessive) volume|too (?:many|much) (?:mails?|messages|e-?mails?|connections)|(?:sending|outgoing|outbound|daily|hourly).{0,40}(?:limit|quota)/i,
    "sending-limit",
  ],
  [
    /relay(?:ing)?(?: access)? (?:is )?(?:denied|not (?:allowed|permitted))|(?:unable|not (?:allowed|permitted)) to relay|sender(?: address)? (?:was |is )?(?:rejected|denied|blocked|not (?:allowed|authori[sz]ed|verified))|not owned by user|(?:domain|email address) is not verified|not authori[sz]ed to send/i,
    "not-allowed",
  ],
];

/** An answer's codes, at its beginning: further on a number is more likely part of a link. */
const CODES = /^([45])\d\d[ -](?:([45])\.(\d{1,3}\.\d{1,3})(?![\d.]))?/;
/** What of an answer is read. */
const READ = 1_000;

/** Why the sender, and not the recipient, keeps a mail from being taken; undefined if that is not what an answer says. */
export function senderReasonOf(reply: string): SenderReason | undefined {
  const text = reply.slice(0, READ);
  const [, kind, enhancedKind, detail = ""] = CODES.exec(text) ?? [];
  if (kind === undefined) return undefined;
  // A code that contradicts the basic one says nothing.
  if (enhancedKind === kind) {
    const named = BY_ENHANCED.find(([code]) => code.test(detail))?.[1];
    if (named) return named;
    if (ABOUT_THE_RECIPIENT.test(detail)) return undefined;
  }
  if (NAMES_RECIPIENT.test(text)) return undefined;
  return BY_WORDS.find(([words]) => words.test(text))?.[1];
}
