import { z } from "zod";
import type { Mail } from "../../../letter.ts";
import { namedAddress } from "../named_address.ts";
import type { Service } from "../service.ts";

const Answer = z.object({
  ErrorCode: z.number().int(),
  Message: z.string(),
  MessageID: z.string().trim().min(1).optional(),
});

/** The stream that account mails go out on: a new server of Postmark's has it. */
const TRANSACTIONAL = "outbound";

const INVALID_REQUEST = 300;
const INACTIVE_RECIPIENT = 406;

/**
 * Postmark (postmarkapp.com/developer/api/email-api); mailings go out on `stream`, since it
 * keeps them apart from mail that somebody asked for.
 */
export function postmark({ stream }: { stream: string }): Service {
  return {
    path: "/email",
    honoursKey: false,
    authorization: (token) => ({ "x-postmark-server-token": token }),
    body: (mail, kind) => ({
      From: namedAddress(mail.from),
      To: namedAddress(mail.to),
      Subject: mail.subject,
      TextBody: mail.text,
      HtmlBody: mail.html,
      ...headersOf(mail),
      MessageStream: kind === "mailing" ? stream : TRANSACTIONAL,
    }),
    read(json) {
      const { success, data } = Answer.safeParse(json);
      const { ErrorCode: code, Message: reason, MessageID: id } = data ?? {};
      if (success && code === 0 && id !== undefined) {
        return { kind: "accepted", id };
      }
      if (!success || code === 0) {
        const what = 'is not of the shape {"ErrorCode": 0, "MessageID": "..."}';
        return { kind: "senseless", what };
      }
      const because = isAboutMail(data) ? "mail" : "service";
      return { kind: "rejected", because, reason: `${code} ${reason}` };
    },
  };
}

function headersOf({ headers, messageId }: Mail) {
  const { "Reply-To": replyTo, ...others } = headers;
  return {
    ...(replyTo !== undefined && { ReplyTo: replyTo }),
    Headers: Object.entries({
      ...others,
      "Message-ID": `<${messageId}>`,
      // Or Postmark puts an id of its own in its place.
      "X-PM-KeepID": "true",
    }).map(([Name, Value]) => ({ Name, Value })),
  };
}

/** Other codes are about the account, the sender, the stream or our way to ask. */
function isAboutMail({ ErrorCode, Message }: z.infer<typeof Answer>): boolean {
  // The code is the same when it is the sender that cannot be used.
  if (ErrorCode === INVALID_REQUEST) return !/^[^:']*'From'/.test(Message);
  return ErrorCode === INACTIVE_RECIPIENT;
}
