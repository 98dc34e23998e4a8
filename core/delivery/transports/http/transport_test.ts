import assert from "node:assert/strict";
import { Invalid } from "../../../errors.ts";
import type { Letter } from "../../letter.ts";
import { LETTER, recipient } from "../../test_letter.ts";
import { HttpTransport } from "./transport.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
const NEWS: Letter = {
  ...LETTER,
  from: { name: "Company N", address: "news@example.com" },
  headers: { "List-Unsubscribe": "<https://example.com/u/1>" },
};
const ANNA = recipient(1, { address: "anna@example.com" });

type Handler = (request: Request) => Response | Promise<Response>;

async function sendTo(
  handler: Handler,
  { credentials = "", path = "/", timeout = 2_000 } = {},
) {
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, handler);
  const url = new URL(
    `http://${credentials}127.0.0.1:${server.addr.port}${path}`,
  );
  const transport = new HttpTransport(url, {
    now: () => NOW,
    timeouts: { total: timeout },
  });
  const outcome = await transport.send(NEWS, ANNA);
  await transport.close();
  await server.shutdown();
  return outcome;
}

Deno.test("a redirect is not followed", async () => {
  const paths: string[] = [];
  const outcome = await sendTo((request) => {
    paths.push(new URL(request.url).pathname);
    return new Response(null, {
      status: 307,
      headers: { location: "/elsewhere" },
    });
  });
  assert.equal(outcome.kind, "unavailable");
  assert.deepEqual(paths, ["/"]);
});

Deno.test("a service that does not answer in time leaves the mail in doubt", async () => {
  const outcome = await sendTo(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Response.json({ id: "late" });
  }, { timeout: 50 });
  assert.deepEqual(outcome, {
    kind: "unavailable",
    reply: "The service did not answer within 0.05 s.",
    inDoubt: true,
  });
});

Deno.test("a port where nobody listens is unavailable, and the reply keeps the URL to itself", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const url = new URL(`http://:secret@127.0.0.1:${port}/send?key=hidden`);
  const transport = new HttpTransport(url, { now: () => NOW });
  const outcome = await transport.send(NEWS, ANNA);
  await transport.close();
  assert.equal(outcome.kind, "unavailable");
  assert.doesNotMatch(outcome.reply, /secret|hidden/);
});

Deno.test("the mail goes out as JSON with its id as the idempotency key", async () => {
  const bodies: unknown[] = [];
  const sent: Record<string, string>[] = [];
  await sendTo(async (request) => {
    sent.push(Object.fromEntries(request.headers));
    bodies.push(await request.json());
    return Response.json({ id: "1" });
  });
  const [{ connection: _, host: __, "content-length": ___, ...headers }] =
    sent as [Record<string, string>];
  assert.deepEqual(headers, {
    "accept": "application/json",
    "accept-encoding": "identity",
    "content-type": "application/json",
    "idempotency-key": "m1@example.com",
  });
  const [{ html, ...rest }] = bodies as [{ html: string }];
  assert.match(html, /<p>Hello<\/p>/);
  assert.deepEqual(rest, {
    messageId: "m1@example.com",
    from: { name: "Company N", address: "news@example.com" },
    to: { name: "Anna", address: "anna@example.com" },
    subject: "News",
    text: "Hello",
    headers: { "List-Unsubscribe": "<https://example.com/u/1>" },
  });
});

for (const credentials of ["token%2F1@", ":token%2F1@", "anyone:token%2F1@"]) {
  Deno.test(`the token of ${credentials} goes into a header and nowhere else`, async () => {
    const seen: (string | null)[] = [];
    const outcome = await sendTo((request) => {
      seen.push(
        request.headers.get("authorization"),
        new URL(request.url).search,
      );
      return new Response(`${request.url} is not for token/1`, { status: 401 });
    }, { credentials, path: "/?a=1" });
    assert.deepEqual(seen, ["Bearer token/1", "?a=1"]);
    assert.doesNotMatch(outcome.reply, /token|a=1/);
  });
}

Deno.test("a token is hidden however it is spelt, and where a long answer is cut off", async () => {
  const escaped = await sendTo(
    () =>
      new Response('{"id":"\\u0074oken/1"}', {
        headers: { "content-type": "application/json" },
      }),
    { credentials: "token%2F1@" },
  );
  assert.equal(escaped.reply, "•••");
  const long = await sendTo(
    () => new Response("x".repeat(490) + "token/1", { status: 401 }),
    { credentials: "token%2F1@" },
  );
  assert.match(long.reply, /x•••$/);
});

Deno.test("a service that takes a mail once leaves nothing in doubt when it is silent", async () => {
  const outcome = await sendTo(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Response.json({ id: "late" });
  }, { timeout: 50, credentials: "re_123@", path: "/?service=resend" });
  assert.deepEqual(outcome, {
    kind: "unavailable",
    reply: "The service did not answer within 0.05 s.",
  });
});

Deno.test("an answer may take longer than a connection is kept idle", async () => {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return Response.json({ id: "1" });
    },
  );
  const url = new URL(`http://127.0.0.1:${server.addr.port}/`);
  const timeouts = { idle: 30 };
  const transport = new HttpTransport(url, { now: () => NOW, timeouts });
  for (let time = 0; time < 3; time++) {
    const { kind } = await transport.send(NEWS, ANNA);
    assert.equal(kind, "delivered");
  }
  await transport.close();
  await server.shutdown();
});

Deno.test("closing ends the connections that were kept", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = new URL(`http://127.0.0.1:${listener.addr.port}/`);
  const transport = new HttpTransport(url, { now: () => NOW });
  const sending = transport.send(NEWS, ANNA);
  const connection = await listener.accept();
  const buffer = new Uint8Array(16_384);
  await connection.read(buffer);
  await connection.write(
    new TextEncoder().encode(
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n" +
        'content-length: 10\r\n\r\n{"id":"1"}',
    ),
  );
  assert.equal((await sending).kind, "delivered");
  const began = performance.now();
  await transport.close();
  assert.equal(await connection.read(buffer), null);
  assert.ok(performance.now() - began < 2_000);
  connection.close();
  listener.close();
});

Deno.test("a URL without credentials sends no authorization", async () => {
  const seen: (string | null)[] = [];
  await sendTo((request) => {
    seen.push(request.headers.get("authorization"));
    return Response.json({ id: "1" });
  });
  assert.deepEqual(seen, [null]);
});

Deno.test("closing gives up what does not end, and nothing can be sent afterwards", async () => {
  const answered = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async () => {
      await answered.promise;
      return new Response();
    },
  );
  const url = new URL(`http://127.0.0.1:${server.addr.port}`);
  const transport = new HttpTransport(url, {
    now: () => NOW,
    timeouts: { close: 20 },
  });
  const sending = transport.send(NEWS, ANNA);
  await transport.close();
  assert.equal((await sending).kind, "unavailable");
  assert.equal((await transport.send(NEWS, ANNA)).kind, "unavailable");
  answered.resolve();
  await server.shutdown();
});

Deno.test("no more requests run at once than may, and all mails arrive", async () => {
  let running = 0;
  let most = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
      return Response.json({ id: "1" });
    },
  );
  const url = new URL(`http://127.0.0.1:${server.addr.port}?connections=3`);
  const transport = new HttpTransport(url, { now: () => NOW });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => transport.send(NEWS, ANNA)),
  );
  await transport.close();
  await server.shutdown();
  assert.ok(outcomes.every(({ kind }) => kind === "delivered"));
  assert.equal(most, 3);
});

Deno.test("once a service is silent, who waits for a turn need not wait for that too", async () => {
  const silent = Promise.withResolvers<Response>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => silent.promise,
  );
  const url = new URL(`http://127.0.0.1:${server.addr.port}?connections=1`);
  const timeouts = { headers: 100 };
  const transport = new HttpTransport(url, { now: () => NOW, timeouts });
  const [first, ...others] = await Promise.all(
    Array.from({ length: 50 }, () => transport.send(NEWS, ANNA)),
  );
  silent.resolve(new Response());
  await transport.close();
  await server.shutdown();
  const reply = "The service did not answer within 0.1 s.";
  assert.deepEqual(first, { kind: "unavailable", reply, inDoubt: true });
  for (const outcome of others) {
    assert.deepEqual(outcome, {
      kind: "unavailable",
      reply,
      isOutage: true,
    });
  }
});

Deno.test("http is accepted for this machine alone", () => {
  for (
    const host of [
      "localhost",
      "a.localhost",
      "127.0.0.1",
      "127.9.9.9",
      "[::1]",
    ]
  ) {
    new HttpTransport(new URL(`http://${host}/`), { now: () => NOW });
  }
  for (
    const host of [
      "example.com",
      "127.0.0.1.example.com",
      "10.0.0.1",
      "localhost.example",
    ]
  ) {
    assert.throws(
      () => new HttpTransport(new URL(`http://${host}/`), { now: () => NOW }),
      Invalid,
    );
  }
});
