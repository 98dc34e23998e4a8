import type { Outcome } from "../../core/delivery/outcome.ts";
import {
  answering,
  dripping,
  headOf,
  type HttpFault,
  resetting,
  stalling,
  WELL,
} from "./http_fault_server.ts";

/** What is to become of a mail, and where it matters the words it is told in. */
export interface Expected {
  kind: Outcome["kind"];
  inDoubt: boolean;
  retryAfter?: number;
  reply: RegExp;
}

/** The service is in trouble, and did not take the mail. */
export const TROUBLE = { kind: "unavailable", inDoubt: false } as const;
/** The service may have taken the mail. */
export const DOUBT = { kind: "unavailable", inDoubt: true } as const;
const HTML = { "content-type": "text/html" };

/** Says no with a status, and does not take the mail. */
export function refusing(
  status: string,
  headers: Record<string, string> = {},
): HttpFault {
  return answering('{"error":"no"}', { status, headers, takes: false });
}

/** What a service may do with a request, and what that leads to with timeouts of 0.4 s. */
export const HTTP_FAULTS: Readonly<Record<string, [HttpFault, Expected]>> = {
  "resets at the head of the request": [
    resetting("head"),
    { ...DOUBT, reply: /broke/ },
  ],
  "resets after the request": [
    resetting("request"),
    { ...DOUBT, reply: /broke/ },
  ],
  "stalls before the headers": [
    stalling(),
    { ...DOUBT, reply: /did not answer within 0\.4 s/ },
  ],
  "stalls in the headers": [
    stalling("HTTP/1.1 200 OK\r\ncontent-"),
    { ...DOUBT, reply: /did not answer within 0\.4 s/ },
  ],
  "sends one byte a second": [
    dripping(1_000),
    { ...DOUBT, reply: /did not answer within 0\.4 s/ },
  ],
  "stalls after the headers": [
    stalling(headOf("200 OK", {
      "content-type": "application/json",
      "content-length": "12",
    })),
    { ...DOUBT, reply: /200, but the answer did not end within 0\.4 s/ },
  ],
  "refuses, and stalls in the middle of why": [
    {
      ...stalling(
        headOf("503 No", { "content-length": "12", "retry-after": "9" }),
      ),
      takes: false,
    },
    { ...TROUBLE, retryAfter: 9_000, reply: /^503/ },
  ],
  "answers 200 with garbage": [
    answering('{"id":"m-'),
    { ...DOUBT, reply: /is not JSON/ },
  ],
  "answers 200 with an id that is none": [
    answering('{"id":7}'),
    { ...DOUBT, reply: /is not of the shape/ },
  ],
  "answers 200 about another mail": [
    answering('{"id":"a","messageId":"other@example.com"}'),
    { ...DOUBT, reply: /is about another mail/ },
  ],
  "answers 200 with a page": [
    answering("<h1>Sign in</h1>", { headers: HTML }),
    { ...DOUBT, reply: /is not JSON but text\/html/ },
  ],
  "answers 202 with an id": [
    answering('{"id":"q-1"}', { status: "202 Accepted" }),
    { kind: "delivered", inDoubt: false, reply: /^q-1$/ },
  ],
  "answers 202 with nothing": [
    answering("", { status: "202 Accepted" }),
    { ...DOUBT, reply: /202, but the answer is not JSON/ },
  ],
  "answers 204": [
    {
      ...WELL,
      act: (socket) => void socket.write(headOf("204 No Content", {})),
    },
    { ...DOUBT, reply: /^204/ },
  ],
  "answers 401": [refusing("401 No"), { ...TROUBLE, reply: /^401/ }],
  "answers 429 with seconds": [
    refusing("429 Slow", { "retry-after": "120" }),
    { ...TROUBLE, retryAfter: 120_000, reply: /^429/ },
  ],
  "answers 429 with a date": [
    refusing("429 Slow", { "retry-after": "Sun, 01 Mar 2026 09:00:30 GMT" }),
    { ...TROUBLE, retryAfter: 30_000, reply: /^429/ },
  ],
  "answers 429 with less than nothing": [
    refusing("429 Slow", { "retry-after": "-1" }),
    { ...TROUBLE, retryAfter: 1_000, reply: /^429/ },
  ],
  "answers 429 with a hundred years": [
    refusing("429 Slow", { "retry-after": "3155760000" }),
    { ...TROUBLE, retryAfter: 3_600_000, reply: /^429/ },
  ],
  "answers 429 with garbage": [
    refusing("429 Slow", { "retry-after": "soon 5" }),
    { ...TROUBLE, reply: /^429/ },
  ],
  "answers 503": [refusing("503 No"), { ...TROUBLE, reply: /^503/ }],
  "says a length that is longer than its answer": [
    {
      ...WELL,
      act: (socket) =>
        void socket.end(
          headOf("200 OK", {
            "content-type": "application/json",
            "content-length": "500",
          }) + '{"id":"m-1"}',
        ),
    },
    { ...DOUBT, reply: /broke off/ },
  ],
  "says a length that is shorter than its answer": [
    answering('{"id":"m-1"}', { headers: { "content-length": "5" } }),
    { ...DOUBT, reply: /is not JSON|broke off/ },
  ],
  "says two lengths": [
    answering('{"id":"m-1"}', {
      headers: { "content-length": "12\r\ncontent-length: 5" },
    }),
    { ...DOUBT, reply: /broke/ },
  ],
  "speaks another protocol": [
    stalling("220 mail.example.com ESMTP\r\n"),
    { ...DOUBT, reply: /broke/ },
  ],
};
