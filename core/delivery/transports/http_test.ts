import assert from "node:assert/strict";
import { Invalid } from "../../errors.ts";
import type { Letter, Recipient } from "../letter.ts";
import type { Outcome } from "../outcome.ts";
import { HttpTransport } from "./http.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
const LETTER: Letter = {
  id: "letter",
  from: { name: "Company N", address: "news@example.com" },
  subject: "News",
  body: "Hello",
  headers: { "List-Unsubscribe": "<https://example.com/u/1>" },
  kind: "mailing",
  ownerId: "owner",
};
const RECIPIENT: Recipient = {
  address: "anna@example.com",
  name: "Anna",
  values: {},
  messageId: "m1@example.com",
};
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

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
  const transport = new HttpTransport(url, { now: () => NOW, timeout });
  const outcome = await transport.send(LETTER, RECIPIENT);
  await transport.close();
  await server.shutdown();
  return outcome;
}

function answering(
  status: number,
  body = "",
  headers: Record<string, string> = JSON_TYPE,
) {
  return sendTo(() => new Response(body || null, { status, headers }));
}

for (const status of [200, 201, 202]) {
  Deno.test(`${status} with an id is delivered, and the id is the reply`, async () => {
    const outcome = await answering(status, '{"id":"abc","more":1}');
    assert.deepEqual(outcome, { kind: "delivered", reply: "abc" });
  });
}

const NONSENSE: [
  what: string,
  status: number,
  body: string,
  headers: Record<string, string>,
][] = [
  ["an HTML page", 200, "<h1>Welcome</h1>", { "content-type": "text/html" }],
  ["JSON that says it is HTML", 200, '{"id":"a"}', {
    "content-type": "text/html",
  }],
  ["text that says it is JSON", 200, "ok", JSON_TYPE],
  ["another shape", 200, '{"ok":true}', JSON_TYPE],
  ["an id that is no text", 202, '{"id":7}', JSON_TYPE],
  ["an empty id", 201, '{"id":" "}', JSON_TYPE],
  ["no body", 200, "", JSON_TYPE],
  ["a status that says nothing was read", 204, "", {}],
];

for (const [what, status, body, headers] of NONSENSE) {
  Deno.test(`an answer of ${status} with ${what} is unavailable`, async () => {
    const outcome = await answering(status, body, headers);
    assert.equal(outcome.kind, "unavailable");
    assert.match(outcome.reply, new RegExp(`${status}`));
  });
}

const STATUSES: [status: number, kind: Outcome["kind"]][] = [
  [400, "refused"],
  [404, "refused"],
  [413, "refused"],
  [422, "refused"],
  [401, "unavailable"],
  [403, "unavailable"],
  [405, "unavailable"],
  [408, "unavailable"],
  [409, "unavailable"],
  [425, "unavailable"],
  [429, "unavailable"],
  [500, "unavailable"],
  [503, "unavailable"],
];

for (const [status, kind] of STATUSES) {
  Deno.test(`${status} means ${kind}`, async () => {
    const outcome = await answering(status, '{"error":"no such mailbox"}');
    assert.deepEqual(outcome, {
      kind,
      reply: `${status} {"error":"no such mailbox"}`,
    });
  });
}

Deno.test("429 says how long to wait", async () => {
  const outcome = await answering(429, "slow down", { "retry-after": "120" });
  assert.deepEqual(outcome, {
    kind: "unavailable",
    reply: "429 slow down",
    retryAfter: 120_000,
  });
});

Deno.test("the page of an error is left out of the reply", async () => {
  const outcome = await answering(503, "<h1>Sorry</h1>", {
    "content-type": "text/html",
  });
  assert.deepEqual(outcome, { kind: "unavailable", reply: "503" });
});

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

Deno.test("an endless answer is cut off", async () => {
  let sent = 0;
  const outcome = await sendTo(() =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 16 * 1024;
          controller.enqueue(new Uint8Array(16 * 1024).fill(120));
        },
      }),
      { headers: JSON_TYPE },
    ), { timeout: 20_000 });
  assert.equal(outcome.kind, "unavailable");
  assert.match(outcome.reply, /longer than 256 KiB/);
  assert.ok(sent < 16 * 1024 * 1024);
});

Deno.test("a service that does not answer in time is unavailable", async () => {
  const outcome = await sendTo(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Response.json({ id: "late" });
  }, { timeout: 50 });
  assert.deepEqual(outcome, {
    kind: "unavailable",
    reply: "The service did not answer within 0.05 s.",
  });
});

Deno.test("a port where nobody listens is unavailable, and the reply keeps the URL to itself", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const url = new URL(`http://:secret@127.0.0.1:${port}/send?key=hidden`);
  const transport = new HttpTransport(url, { now: () => NOW });
  const outcome = await transport.send(LETTER, RECIPIENT);
  await transport.close();
  assert.equal(outcome.kind, "unavailable");
  assert.doesNotMatch(outcome.reply, /secret|hidden/);
});

Deno.test("the mail goes out as JSON with its id as the idempotency key", async () => {
  const bodies: unknown[] = [];
  const keys: (string | null)[] = [];
  await sendTo(async (request) => {
    keys.push(
      request.headers.get("idempotency-key"),
      request.headers.get("content-type"),
    );
    bodies.push(await request.json());
    return Response.json({ id: "1" });
  });
  assert.deepEqual(keys, ["m1@example.com", "application/json"]);
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
  const transport = new HttpTransport(url, { now: () => NOW, patience: 20 });
  const sending = transport.send(LETTER, RECIPIENT);
  await transport.close();
  assert.equal((await sending).kind, "unavailable");
  assert.equal((await transport.send(LETTER, RECIPIENT)).kind, "unavailable");
  answered.resolve();
  await server.shutdown();
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
