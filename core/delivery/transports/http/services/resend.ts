import { z } from "zod";
import type { Meaning } from "../meaning.ts";
import { namedAddress } from "../named_address.ts";
import { bearer, type Service } from "../service.ts";

const Accepted = z.object({ id: z.string().trim().min(1) });
const Rejected = z.object({ name: z.string(), message: z.string() });

/** Names of errors that are about a mail; the others are about the key, the sender or our way to ask. */
const ABOUT_MAIL: ReadonlySet<string> = new Set([
  "validation_error",
  "missing_required_field",
  "security_error",
]);
const MEANINGS: ReadonlyMap<number, Meaning> = new Map([[451, "rejected"]]);

/** Resend (resend.com/docs/api-reference/emails), which keeps an `Idempotency-Key` for a day. */
export const RESEND: Service = {
  path: "/emails",
  honoursKey: true,
  meanings: MEANINGS,
  authorization: bearer,
  body({ from, to, subject, text, html, headers }) {
    const { "Reply-To": replyTo, ...others } = headers;
    return {
      from: namedAddress(from),
      to: [namedAddress(to)],
      subject,
      text,
      html,
      ...(replyTo !== undefined && { reply_to: replyTo }),
      headers: others,
    };
  },
  read(json) {
    const accepted = Accepted.safeParse(json);
    if (accepted.success) return { kind: "accepted", id: accepted.data.id };
    const { success, data } = Rejected.safeParse(json);
    if (!success) {
      return { kind: "senseless", what: 'is not of the shape {"id": "..."}' };
    }
    const because = isAboutMail(data) ? "mail" : "service";
    const reason = `${data.name}: ${data.message}`;
    return { kind: "rejected", because, reason };
  },
};

function isAboutMail({ name, message }: z.infer<typeof Rejected>): boolean {
  // The sender's address fails under the same name as the recipient's.
  return ABOUT_MAIL.has(name) && !/^[^`]*`from`/.test(message);
}
