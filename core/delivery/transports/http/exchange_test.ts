import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { SMTPServer } from "smtp-server";
import { exchange, HttpFault } from "./exchange.ts";
import { TIMEOUTS } from "./timeouts.ts";

const SHORT = { ...TIMEOUTS, headers: 300, body: 300 };
const NOWHERE = new URL("http://127.0.0.1:1/");
const NEVER = new AbortController().signal;

/** Posts to a server on this machine that does with each connection as told. */
async function post(
  serve: (connection: Deno.Conn) => Promise<void>,
  { protocol = "http:", size = 10, times = 1, timeouts = SHORT } = {},
) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const served = serveAll(listener, serve);
  const { Agent } = protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true });
  const url = new URL(`${protocol}//127.0.0.1:${listener.addr.port}/`);
  const posting = { url, headers: {}, body: new Uint8Array(size) };
  try {
    for (let time = 1; time < times; time++) {
      await exchange(posting, { agent, timeouts, signal: NEVER });
    }
    return await exchange(posting, { agent, timeouts, signal: NEVER });
  } finally {
    agent.destroy();
    listener.close();
    await served;
  }
}

async function serveAll(
  listener: Deno.TcpListener,
  serve: (connection: Deno.Conn) => Promise<void>,
): Promise<void> {
  const open: Deno.Conn[] = [];
  const serving: Promise<void>[] = [];
  for await (const connection of listener) {
    open.push(connection);
    serving.push(serve(connection).catch(() => {}));
  }
  for (const connection of open) {
    try {
      connection.close();
    } catch {
      // The server under test has closed it.
    }
  }
  await Promise.all(serving);
}

async function readSome(connection: Deno.Conn): Promise<void> {
  await connection.read(new Uint8Array(64 * 1_024));
}

const write = (connection: Deno.Conn, text: string) =>
  connection.write(new TextEncoder().encode(text));

function fault(words: RegExp, handedOver: boolean) {
  return (error: unknown) => {
    assert.ok(error instanceof HttpFault);
    assert.match(error.message, words);
    assert.equal(error.handedOver, handedOver);
    return true;
  };
}

Deno.test("a request that the server did not take whole was not handed over", async () => {
  const size = 20 * 1_024 * 1_024;
  const stalled = post(() => Promise.resolve(), { size });
  await assert.rejects(stalled, fault(/did not answer within 0\.3 s/, false));
  const closed = post(async (connection) => {
    await readSome(connection);
    connection.close();
  }, { size });
  await assert.rejects(closed, fault(/broke/, false));
});

Deno.test("a request that the server took whole was handed over", async () => {
  const stalled = post(readSome);
  await assert.rejects(stalled, fault(/did not answer within 0\.3 s/, true));
  const closed = post(async (connection) => {
    await readSome(connection);
    connection.close();
  });
  await assert.rejects(closed, fault(/broke/, true));
});

Deno.test("a request on a connection that was kept is handed over like the first", async () => {
  const stalled = post(async (connection) => {
    await readSome(connection);
    await write(connection, "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    await readSome(connection);
  }, { times: 2 });
  await assert.rejects(stalled, fault(/did not answer within 0\.3 s/, true));
});

Deno.test("a server that never agrees on encryption was not reached", async () => {
  const timeouts = { ...SHORT, connect: 300 };
  const stalled = post(readSome, { protocol: "https:", timeouts });
  await assert.rejects(
    stalled,
    fault(/could not be reached within 0\.3 s/, false),
  );
});

Deno.test("a certificate that nobody vouches for is trouble in reaching the service", async () => {
  // Anything on this machine that shows a certificate of its own making will do.
  const server = new SMTPServer({ secure: true, logger: false });
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const agent = new https.Agent();
  const url = new URL(`https://127.0.0.1:${port}/`);
  const posting = { url, headers: {}, body: new Uint8Array(1) };
  const posted = exchange(posting, {
    agent,
    timeouts: TIMEOUTS,
    signal: NEVER,
  });
  await assert.rejects(posted, fault(/could not be reached:.*certif/, false));
  await new Promise<void>((resolve) => server.close(resolve));
});

Deno.test("an answer in chunks is read, and the connection serves again", async () => {
  let connections = 0;
  const { status, body } = await post(async (connection) => {
    connections++;
    for (;;) {
      await readSome(connection);
      await write(
        connection,
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
      );
    }
  }, { times: 15 });
  assert.deepEqual([status, body, connections], [200, { text: "{}" }, 1]);
});

Deno.test("an answer that comes before the request is whole counts", async () => {
  const { status } = await post(async (connection) => {
    await readSome(connection);
    await write(
      connection,
      "HTTP/1.1 413 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    );
  }, { size: 20 * 1_024 * 1_024 });
  assert.equal(status, 413);
});

Deno.test("heads without an end are cut off", async () => {
  const endless = post(async (connection) => {
    await readSome(connection);
    await write(connection, "HTTP/1.1 200 OK\r\n");
    for (;;) await write(connection, `a: ${"b".repeat(10_000)}\r\n`);
  });
  await assert.rejects(endless, fault(/broke/, true));
});

Deno.test("what could give an exchange up forgets it once it is over", async () => {
  const signal = new AbortController().signal;
  let listeners = 0;
  const counting = <T extends (...args: never[]) => unknown>(
    method: T,
    by: number,
  ) =>
    new Proxy(method, {
      apply(target, self, args) {
        listeners += by;
        return Reflect.apply(target, self, args);
      },
    });
  signal.addEventListener = counting(signal.addEventListener, 1);
  signal.removeEventListener = counting(signal.removeEventListener, -1);
  const agent = new http.Agent();
  const posting = { url: NOWHERE, headers: {}, body: new Uint8Array(1) };
  const options = { agent, timeouts: SHORT, signal };
  await assert.rejects(exchange(posting, options));
  assert.equal(listeners, 0);
});

Deno.test("a sending that is given up ends at once", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const agent = new http.Agent();
  const url = new URL(`http://127.0.0.1:${listener.addr.port}/`);
  const posting = { url, headers: {}, body: new Uint8Array(1) };
  const signal = AbortSignal.abort();
  const options = { agent, timeouts: TIMEOUTS, signal };
  await assert.rejects(
    exchange(posting, options),
    fault(/has been stopped/, false),
  );
  listener.close();
});
