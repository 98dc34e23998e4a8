import { z } from "zod";
import { type Outcome, replyLine } from "../outcome.ts";
import { retryAfter } from "./retry_after.ts";

/** An answer of the service, read. */
export interface Answer {
  status: number;
  headers: Headers;
  /** At most the first 256 KiB; nothing when there was more. */
  text: string | undefined;
}

/** What the service answers when it took the mail over. */
const Accepted = z.object({ id: z.string().trim().min(1) });

/** Statuses by what they say about a mail; whatever is not here is about the service. */
const MEANING: ReadonlyMap<number, "accepted" | "refused"> = new Map([
  [200, "accepted"],
  [201, "accepted"],
  [202, "accepted"],
  [400, "refused"],
  [404, "refused"],
  [413, "refused"],
  [422, "refused"],
]);

/** What an answer means for the recipient; `now` is what a date in `Retry-After` counts from. */
export function outcomeOfAnswer(answer: Answer, now: Date): Outcome {
  const meaning = MEANING.get(answer.status);
  if (meaning === "accepted") return outcomeOfAccepted(answer);
  const reply = describe(answer);
  if (meaning === "refused") return { kind: "refused", reply };
  const wait = retryAfter(answer.headers.get("retry-after"), now);
  return wait === undefined
    ? { kind: "unavailable", reply }
    : { kind: "unavailable", reply, retryAfter: wait };
}

function outcomeOfAccepted({ status, headers, text }: Answer): Outcome {
  if (text === undefined) return nonsense(status, "is longer than 256 KiB");
  if (!isJson(headers)) {
    return nonsense(
      status,
      `is not JSON but ${headers.get("content-type") ?? "of no stated type"}`,
    );
  }
  const accepted = Accepted.safeParse(parseJson(text));
  if (!accepted.success) {
    return nonsense(status, 'is not of the shape {"id": "..."}');
  }
  return { kind: "delivered", reply: replyLine(accepted.data.id) };
}

function nonsense(status: number, what: string): Outcome {
  return {
    kind: "unavailable",
    reply: replyLine(`The service answered ${status}, but the answer ${what}.`),
  };
}

function describe({ status, headers, text }: Answer): string {
  const isPage = /html/i.test(headers.get("content-type") ?? "");
  return replyLine(`${status} ${isPage ? "" : text ?? ""}`);
}

function isJson(headers: Headers): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(
    headers.get("content-type") ?? "",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
