import { senderReasonOf } from "../../../attempts/sender_reason.ts";
import type { Mail } from "../../letter.ts";
import { type Outcome, replyLine } from "../../outcome.ts";
import type { Answer } from "./exchange.ts";
import { meaningOf } from "./meaning.ts";
import { retryAfter } from "./retry_after.ts";
import type { Service } from "./service.ts";

/** What an answer is to. */
export interface Question {
  service: Service;
  mail: Mail;
  /** What a date in `Retry-After` counts from. */
  now: Date;
}

/** What an answer means for the recipient. */
export function outcomeOf(answer: Answer, question: Question): Outcome {
  const { status } = answer;
  const { service, now } = question;
  switch (service.meanings?.get(status) ?? meaningOf(status)) {
    case "accepted":
      return outcomeOfAccepted(answer, question);
    case "rejected":
      return outcomeOfRejected(answer, question);
    case "oversized":
      return { kind: "refused", reply: described(answer) };
    case "unknown":
      return doubtful(described(answer), question, answer);
    case "trouble":
      return unavailable(described(answer), answer, now);
  }
}

function outcomeOfAccepted(answer: Answer, question: Question): Outcome {
  const said = jsonOf(answer);
  const reading = "flaw" in said
    ? { kind: "senseless", what: said.flaw } as const
    : question.service.read(said.json, question.mail);
  switch (reading.kind) {
    case "accepted":
      return { kind: "delivered", reply: replyLine(reading.id) };
    case "rejected":
      return rejected(reading, answer, question);
    case "senseless":
      return doubtful(
        `The service answered ${answer.status}, but the answer ${reading.what}.`,
        question,
        answer,
      );
  }
}

function outcomeOfRejected(answer: Answer, question: Question): Outcome {
  const said = jsonOf(answer);
  // A page in between knows nothing of the mail.
  if ("flaw" in said) {
    return unavailable(described(answer), answer, question.now);
  }
  const reading = question.service.read(said.json, question.mail);
  return reading.kind === "rejected"
    ? rejected(reading, answer, question)
    : ofMail(described(answer));
}

function rejected(
  { because, reason }: { because: "mail" | "service"; reason: string },
  answer: Answer,
  { now }: Question,
): Outcome {
  const text = `${answer.status} ${reason}`;
  return because === "mail"
    ? ofMail(replyLine(text))
    : unavailable(text, answer, now);
}

/** A rejection of a mail: for its recipient's sake, unless it names the sender. */
function ofMail(reply: string): Outcome {
  return senderReasonOf(reply)
    ? { kind: "blocked", reply, isForNow: false }
    : { kind: "refused", reply };
}

/** Nobody knows what became of the mail, unless the service takes it only once. */
function doubtful(
  text: string,
  { service, now }: Question,
  answer: Answer,
): Outcome {
  const outcome = unavailable(text, answer, now);
  return service.honoursKey ? outcome : { ...outcome, inDoubt: true };
}

function unavailable(text: string, { headers }: Answer, now: Date) {
  const reply = replyLine(text);
  const wait = retryAfter(headers["retry-after"], now);
  return {
    kind: "unavailable" as const,
    reply,
    ...(wait !== undefined && { retryAfter: wait }),
  };
}

function jsonOf(
  { headers, body }: Answer,
): { json: unknown } | { flaw: string } {
  if ("flaw" in body) return body;
  if (isPacked(headers)) {
    return { flaw: "is compressed, which nobody asked for" };
  }
  const type = headers["content-type"];
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type ?? "")) {
    return { flaw: `is not JSON but ${type ?? "of no stated type"}` };
  }
  try {
    return { json: JSON.parse(body.text) };
  } catch {
    return { flaw: "is not JSON, though it says so" };
  }
}

/** The status, with what people can read of the rest. */
function described({ status, headers, body }: Answer): string {
  if (status >= 300 && status < 400) {
    return `${status} ${headers.location ? elsewhere(headers.location) : ""}`;
  }
  const isText = !isPacked(headers) &&
    !/html/i.test(headers["content-type"] ?? "");
  return replyLine(`${status} ${isText && "text" in body ? body.text : ""}`);
}

/** Following would carry the mail and the token to a place that nobody configured. */
function elsewhere(location: string): string {
  const origin = URL.canParse(location)
    ? new URL(location).origin
    : "another address of its own";
  return `The service points to ${origin}: set MAIL_URL to where it takes mail.`;
}

function isPacked(headers: Answer["headers"]): boolean {
  return !/^(?:identity)?$/i.test(headers["content-encoding"]?.trim() ?? "");
}
