/** What became of one try to hand one mail to the service; `retryAfter` is in milliseconds. */
export type Outcome =
  /** The service took the mail over. */
  | { kind: "delivered"; reply: string }
  /** This recipient, later. */
  | { kind: "deferred"; reply: string; retryAfter?: number }
  /** This recipient, never. */
  | { kind: "refused"; reply: string }
  /**
   * Whoever takes mail for this recipient takes none from this sender, for good or for now:
   * says nothing of the recipient, costs no try, and does not go away by itself.
   */
  | { kind: "blocked"; reply: string; isForNow: boolean }
  /**
   * The service itself is in trouble: costs the recipient no try. In doubt, the whole mail
   * was handed over and the answer was lost: it may have been taken, and trying again,
   * under the same message id, may deliver it twice.
   */
  | {
    kind: "unavailable";
    reply: string;
    retryAfter?: number;
    inDoubt?: true;
    /** It could not even be reached, or let nobody in: a matter of no single mail. */
    isOutage?: true;
  };

const LONGEST_REPLY = 500;

/** The service's answer as one line of at most 500 characters without control characters. */
export function replyLine(text: string): string {
  // Twice the limit is enough to fill the line, and keeps a hostile answer cheap.
  const line = text.slice(0, LONGEST_REPLY * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  if (line.length <= LONGEST_REPLY) return line;
  return line.slice(0, LONGEST_REPLY - 1).replace(/\p{Cs}$/u, "") + "…";
}
