import assert from "node:assert/strict";
import type { Letter, Recipient } from "../../core/delivery/letter.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { HttpTransport } from "../../core/delivery/transports/http/transport.ts";
import {
  answering,
  bomb,
  BOMB_SIZE,
  dripping,
  endless,
  headOf,
  type HttpFault,
  HttpFaultServer,
  resetting,
  stalling,
  WELL,
} from "./http_fault_server.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
/** Short enough for a test; long enough for a busy machine. */
const SHORT = {
  connect: 400,
  headers: 400,
  body: 400,
  total: 1_000,
  close: 100,
};
const LETTER: Letter = {
  id: "letter",
  from: { name: "Company N", address: "news@example.com" },
  subject: "News",
  body: "Hello",
  kind: "mailing",
  ownerId: "owner",
};
const RECIPIENT: Recipient = {
  address: "anna@example.com",
  name: "Anna",
  values: {},
  messageId: "m1@example.com",
};

/** What is to become of a mail, and where it matters the words it is told in. */
interface Expected {
  kind: Outcome["kind"];
  inDoubt: boolean;
  retryAfter?: number;
  reply: RegExp;
}

const TROUBLE = { kind: "unavailable", inDoubt: false } as const;
const DOUBT = { kind: "unavailable", inDoubt: true } as const;
const HTML = { "content-type": "text/html" };

function refusing(
  status: string,
  headers: Record<string, string> = {},
): HttpFault {
  return answering('{"error":"no"}', { status, headers, takes: false });
}

const FAULTS: Record<string, [HttpFault, Expected]> = {
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
  "sends its bytes so slowly that each phase is just in time": [
    dripping(30),
    { ...DOUBT, reply: /within (1|0\.4) s/ },
  ],
  "stalls after the headers": [
    stalling(headOf("200 OK", {
      "content-type": "application/json",
      "content-length": "12",
    })),
    { ...DOUBT, reply: /200, but the answer did not end within 0\.4 s/ },
  ],
  "refuses, and stalls in the middle of why": [
    stalling(headOf("503 No", { "content-length": "12", "retry-after": "9" })),
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
    { ...DOUBT, reply: /is not JSON/ },
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

for (const [name, [fault, expected]] of Object.entries(FAULTS)) {
  Deno.test(
    `a service that ${name}: ${expected.kind}${
      expected.inDoubt ? ", in doubt" : ""
    }`,
    () =>
      withServer(async (server, send) => {
        server.fault = fault;
        assertOutcome(await send(), expected);
        // It is well again, and so is the transport.
        server.fault = WELL;
        assert.equal((await send()).kind, "delivered");
      }),
  );
}

Deno.test("a service that refuses connections: unavailable, and not in doubt", () =>
  withServer(async (server, send) => {
    await server.stop();
    assertOutcome(await send(), { ...TROUBLE, reply: /could not be reached/ });
    await server.start();
    assert.equal((await send()).kind, "delivered");
  }));

Deno.test("a service that resets every connection at once: unavailable", () =>
  withServer(async (server, send) => {
    server.fault = resetting("connection");
    // Whether the request was on its way by then is a matter of luck.
    assert.equal((await send()).kind, "unavailable");
    server.fault = WELL;
    assert.equal((await send()).kind, "delivered");
  }));

Deno.test("a service that points to another host: unavailable, and nothing goes there", () =>
  withServer(async (server, send) => {
    await using other = await started();
    for (const status of [301, 302, 307, 308]) {
      server.fault = refusing(`${status} Moved`, { location: other.url.href });
      const outcome = await send();
      assertOutcome(outcome, { ...TROUBLE, reply: RegExp(`^${status} `) });
      assert.doesNotMatch(outcome.reply, /token/);
    }
    assert.equal(other.server.requests, 0);
    assert.equal(server.requests, 4);
  }));

Deno.test("a service that answers without an end: in doubt, and little of it is read", () =>
  withServer(async (server, send) => {
    const fault = endless();
    server.fault = fault;
    assertOutcome(await send(), { ...DOUBT, reply: /longer than 256 KiB/ });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const read = fault.sent;
    assert.ok(read < 16 * 1_024 * 1_024, `${read} bytes`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(fault.sent, read);
  }));

Deno.test("a service that answers with a compressed bomb: in doubt, and it is not unpacked", () =>
  withServer(async (server, send) => {
    server.fault = await bomb();
    const before = Deno.memoryUsage().rss;
    assertOutcome(await send(), { ...DOUBT, reply: /is compressed/ });
    const grown = Deno.memoryUsage().rss - before;
    assert.ok(grown < BOMB_SIZE / 4, `${grown} bytes more`);
  }));

Deno.test("closing gives up what a service does not answer: in doubt", () =>
  withServer(async (server, send, transport) => {
    server.fault = stalling();
    const sending = send();
    while (server.requests === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await transport.close();
    assertOutcome(await sending, { ...DOUBT, reply: /has been stopped/ });
  }));

async function started() {
  const server = new HttpFaultServer();
  await server.start();
  return {
    server,
    url: server.url,
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

async function withServer(
  test: (
    server: HttpFaultServer,
    send: () => Promise<Outcome>,
    transport: HttpTransport,
  ) => Promise<void>,
): Promise<void> {
  await using own = await started();
  const transport = new HttpTransport(own.url, {
    now: () => NOW,
    timeouts: SHORT,
  });
  try {
    await test(
      own.server,
      () => inTime(transport.send(LETTER, RECIPIENT)),
      transport,
    );
  } finally {
    await transport.close();
  }
}

/** Fails the test where a sending would hang. */
async function inTime(sending: Promise<Outcome>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error("The sending hangs.");
    timer = setTimeout(() => reject(error), SHORT.total * 3);
  });
  return await Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

function assertOutcome(outcome: Outcome, { reply, ...expected }: Expected) {
  assert.match(outcome.reply, reply);
  const { kind } = outcome;
  const inDoubt = kind === "unavailable" && outcome.inDoubt === true;
  const wait = "retryAfter" in outcome ? outcome.retryAfter : undefined;
  assert.deepEqual({
    kind,
    inDoubt,
    ...(wait !== undefined && { retryAfter: wait }),
  }, expected);
}
