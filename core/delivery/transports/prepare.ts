import { Invalid } from "../../errors.ts";
import type { Letter, Mail, Recipient } from "../letter.ts";
import { type Outcome, replyLine } from "../outcome.ts";
import { render } from "../render.ts";

/** Renders a mail, or says why this recipient can never get it; nothing was sent then. */
export function prepare(
  letter: Letter,
  recipient: Recipient,
  { date }: { date: Date },
): { mail: Mail } | { outcome: Outcome } {
  try {
    return { mail: render(letter, recipient, date) };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { outcome: { kind: "refused", reply: replyLine(error.message) } };
  }
}
