import assert from "node:assert/strict";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { LETTER, recipient } from "../../core/delivery/test_letter.ts";
import { HttpTransport } from "../../core/delivery/transports/http/transport.ts";
import {
  bomb,
  BOMB_SIZE,
  dripping,
  endless,
  HttpFaultServer,
  resetting,
  stalling,
  WELL,
} from "./http_fault_server.ts";
import {
  DOUBT,
  type Expected,
  HTTP_FAULTS,
  refusing,
  TROUBLE,
} from "./http_faults.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
/** Short enough for a test; long enough for a busy machine. */
const SHORT = {
  connect: 3_000,
  headers: 400,
  body: 400,
  total: 4_000,
  close: 100,
};

for (const [name, [fault, expected]] of Object.entries(HTTP_FAULTS)) {
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

Deno.test("a service that is never late and never done: in doubt, in the time for all of it", () =>
  withServer(async (server, send) => {
    server.fault = dripping(20);
    assertOutcome(await send(), { ...DOUBT, reply: /within 0\.5 s/ });
  }, { ...SHORT, headers: 10_000, body: 10_000, total: 500 }));

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
  timeouts = SHORT,
): Promise<void> {
  await using own = await started();
  const transport = new HttpTransport(own.url, {
    now: () => NOW,
    timeouts,
  });
  try {
    await test(
      own.server,
      () => inTime(transport.send(LETTER, recipient())),
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
