import { z } from "zod";
import type { Arrived } from "../contract_rigs.ts";

/** For tests: a service as it is known to answer, and what it makes of a request. */
export interface KnownService {
  /** What stands behind the host in `MAIL_URL`. */
  address: string;
  answer: Response;
  arrived(request: PostedRequest): Arrived;
}

/** A request that a service has read. */
export interface PostedRequest {
  headers: Headers;
  body: unknown;
}

const Address = z.object({ name: z.string(), address: z.string() });

/** The service stamps the date itself. */
const DATE = new Date("2026-03-01T09:00:00Z");

/** A service that takes mail in the plain form. */
export function plainService(): KnownService {
  const Body = z.object({
    messageId: z.string(),
    from: Address,
    to: Address,
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    headers: z.object({ "List-Unsubscribe": z.string() }),
  });
  return {
    address: "/mail",
    answer: Response.json({ id: "1" }, { status: 202 }),
    arrived({ body }) {
      const { headers, ...mail } = Body.parse(body);
      const unsubscribe = headers["List-Unsubscribe"];
      return { ...mail, unsubscribe, date: DATE };
    },
  };
}

/** A service that speaks as Postmark does. */
export function postmarkService(): KnownService {
  const Body = z.object({
    From: z.string(),
    To: z.string(),
    Subject: z.string(),
    TextBody: z.string(),
    HtmlBody: z.string(),
    MessageStream: z.literal("broadcast"),
    Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
  });
  return {
    address: "?service=postmark",
    answer: Response.json({
      To: "anna@example.com",
      SubmittedAt: "2026-03-01T09:00:00.0000000Z",
      MessageID: "b7bc2f4a-e38e-4336-af7d-e6c392c2f817",
      ErrorCode: 0,
      Message: "OK",
    }),
    arrived({ body }) {
      const mail = Body.parse(body);
      const header = (name: string) =>
        mail.Headers.find(({ Name }) => Name === name)?.Value ?? "";
      return {
        messageId: header("Message-ID").replace(/^<|>$/g, ""),
        from: addressIn(mail.From),
        to: addressIn(mail.To),
        subject: mail.Subject,
        text: mail.TextBody,
        html: mail.HtmlBody,
        unsubscribe: header("List-Unsubscribe"),
        date: DATE,
      };
    },
  };
}

/** A service that speaks as Resend does. */
export function resendService(): KnownService {
  const Body = z.object({
    from: z.string(),
    to: z.tuple([z.string()]),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    headers: z.object({ "List-Unsubscribe": z.string() }),
  });
  return {
    address: "?service=resend",
    answer: Response.json({ id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" }),
    arrived({ headers, body }) {
      const mail = Body.parse(body);
      return {
        messageId: headers.get("idempotency-key") ?? "",
        from: addressIn(mail.from),
        to: addressIn(mail.to[0]),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        unsubscribe: mail.headers["List-Unsubscribe"],
        date: DATE,
      };
    },
  };
}

function addressIn(text: string): { name: string; address: string } {
  const [, quoted, address] = /^"(.*)" <(.*)>$/s.exec(text) ?? [];
  if (quoted === undefined) return { name: "", address: text };
  return { name: quoted.replace(/\\(.)/gs, "$1"), address: address ?? "" };
}
