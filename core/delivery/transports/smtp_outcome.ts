import { z } from "zod";
import { type Outcome, replyLine } from "../outcome.ts";

/** What nodemailer tells about a failure, of which each part may be missing. */
const Failure = z.object({
  message: z.string().catch("The mail server gave no reason."),
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
}).catch({ message: "The mail server gave no reason." });
type Failure = z.infer<typeof Failure>;

/** Replies that tell of the server or of our session with it, whatever they answer. */
const ABOUT_THE_SERVICE: ReadonlySet<number> = new Set([
  421, // closing the connection
  432, // a password change is needed
  454, // TLS or authentication out of order for now
  500, // command not recognised
  502, // command not implemented
  503, // commands out of order
  530, // authentication needed
  534, // authentication too weak
  535, // authentication refused
  538, // encryption needed
]);

const TOO_LARGE = 552;

/** What a reply to the whole dialogue means: only a 2xx is a mail taken over. */
export function outcomeOfReply(response: string): Outcome {
  const reply = replyLine(response);
  if (/^2\d\d(?!\d)/.test(reply)) return { kind: "delivered", reply };
  return {
    kind: "unavailable",
    reply: replyLine(`The mail server's reply makes no sense: ${reply}`),
  };
}

/** What a failure of nodemailer means for the recipient. */
export function outcomeOfFailure(error: unknown): Outcome {
  const failure = Failure.parse(error);
  return {
    kind: kindOf(failure),
    reply: replyLine(failure.response ?? failure.message),
  };
}

function kindOf(
  { code, command, responseCode }: Failure,
): "deferred" | "refused" | "unavailable" {
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (!aboutThisMail) return "unavailable";
  // Without a reply nodemailer itself found the address impossible or the mail too large.
  if (responseCode === undefined) {
    return command === "API" || command === "MAIL FROM"
      ? "refused"
      : "unavailable";
  }
  if (ABOUT_THE_SERVICE.has(responseCode)) return "unavailable";
  // MAIL FROM names the sender, who is the same for all: no recipient is to pay for it.
  if (command === "MAIL FROM") {
    return responseCode === TOO_LARGE ? "refused" : "unavailable";
  }
  if (responseCode >= 400 && responseCode <= 499) return "deferred";
  if (responseCode >= 500 && responseCode <= 599) return "refused";
  return "unavailable";
}
