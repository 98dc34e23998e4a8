import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { LETTER, recipient } from "../../test_letter.ts";
import { type Script, ScriptedServer, type Step } from "../scripted_smtp.ts";
import { SHORT } from "./test_smtp.ts";
import { SmtpTransport } from "./transport.ts";

const RECIPIENT = recipient();

async function sendTo(
  script: Script,
  { credentials = "", parameters = "" } = {},
) {
  await using server = new ScriptedServer(script);
  const url = new URL(
    `smtp://${credentials}127.0.0.1:${server.port}${parameters}`,
  );
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts: SHORT,
  });
  const outcome = await transport.send(LETTER, RECIPIENT);
  await transport.close();
  return outcome;
}

Deno.test("a mail that the server takes is delivered with the server's reply", async () => {
  assert.deepEqual(await sendTo({}), {
    kind: "delivered",
    reply: "250 2.0.0 queued as 1",
  });
});

Deno.test("a fault of ours in composing costs that mail alone, which is tried again", async () => {
  await using server = new ScriptedServer({});
  const transport = new SmtpTransport(
    new URL(`smtp://127.0.0.1:${server.port}?connections=1`),
    { now: () => new Date(0), timeouts: SHORT },
  );
  const broken = Object.defineProperty(recipient(2), "values", {
    get() {
      throw new Error("broken");
    },
  });
  const letter = { ...LETTER, body: "Hello {{name}}" };
  const anna = recipient(1, { values: { name: "Anna" } });
  const outcomes = await Promise.all(
    [anna, broken, anna].map((one) => transport.send(letter, one)),
  );
  await transport.close();
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ["delivered", "unavailable", "delivered"],
  );
  assert.match(outcomes[1]?.reply ?? "", /could not be handed over.*broken/);
  assert.equal(server.greeted, 1);
});

const REPLIES: [step: Step, reply: string, kind: string][] = [
  ["RCPT", "450 4.2.1 mailbox busy", "deferred"],
  ["RCPT", "451 4.7.1 greylisted", "deferred"],
  ["RCPT", "550 5.1.1 no such user", "refused"],
  ["RCPT", "421 4.3.2 shutting down", "unavailable"],
  ["RCPT", "530 5.7.0 authenticate first", "unavailable"],
  ["RCPT", "hello there", "unavailable"],
  ["DATA", "451 4.3.0 later", "deferred"],
  ["DATA", "554 5.5.1 no", "refused"],
  ["DATA", "503 5.5.1 wrong order", "unavailable"],
  [".", "452 4.3.1 no space", "deferred"],
  [".", "552 5.3.4 too large", "refused"],
  [".", "421 4.3.2 closing", "unavailable"],
  [".", "2 is no reply", "unavailable"],
  ["MAIL", "451 4.3.0 local error", "unavailable"],
  ["MAIL", "550 5.7.1 sender not allowed", "blocked"],
  ["MAIL", "550 5.7.1 no", "unavailable"],
  ["MAIL", "552 5.3.4 too large", "refused"],
  ["greeting", "421 4.3.2 too busy", "unavailable"],
  ["greeting", "554 5.3.2 go away", "unavailable"],
  ["greeting", "SSH-2.0-OpenSSH_9.2", "unavailable"],
];

for (const [step, reply, kind] of REPLIES) {
  Deno.test(`"${reply}" at ${step} means ${kind}`, async () => {
    const outcome = await sendTo({ [step]: reply });
    assert.equal(outcome.kind, kind);
    assert.ok(outcome.reply.includes(reply), outcome.reply);
  });
}

Deno.test("a reply of several lines is kept as one", async () => {
  const outcome = await sendTo({ RCPT: "550-no such\r\n550 user" });
  assert.equal(outcome.kind, "refused");
  assert.doesNotMatch(outcome.reply, /[\r\n]/);
});

Deno.test("a refused sign-in is trouble with the service", async () => {
  const outcome = await sendTo({ AUTH: "535 5.7.8 wrong password" }, {
    credentials: "anna:pa%40ss@",
  });
  assert.equal(outcome.kind, "unavailable");
  assert.match(outcome.reply, /535 5\.7\.8 wrong password/);
  assert.ok(!outcome.reply.includes("pa@ss"));
});

Deno.test("the user name and the password reach the server decoded", async () => {
  await using server = new ScriptedServer({});
  const url = new URL(`smtp://anna:pa%40ss@127.0.0.1:${server.port}`);
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts: SHORT,
  });
  assert.equal((await transport.send(LETTER, RECIPIENT)).kind, "delivered");
  await transport.close();
  const auth = server.commands.find((command) =>
    command.startsWith("AUTH PLAIN ")
  );
  assert.equal(atob(auth?.slice("AUTH PLAIN ".length) ?? ""), "\0anna\0pa@ss");
});

for (const step of ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "."] as const) {
  Deno.test(`a server that hangs up at ${step} is unavailable`, async () => {
    assert.equal((await sendTo({ [step]: null })).kind, "unavailable");
  });
}

for (const step of ["greeting", "MAIL", "."] as const) {
  Deno.test(`a server that falls silent at ${step} is unavailable after the timeout`, async () => {
    assert.equal((await sendTo({ [step]: "" })).kind, "unavailable");
  });
}

Deno.test("a sending that is not over after the total time is given up", async () => {
  await using server = new ScriptedServer({ RCPT: "" });
  const url = new URL(`smtp://127.0.0.1:${server.port}`);
  const timeouts = { ...SHORT, recipient: 10_000, total: 100 };
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts,
  });
  const start = performance.now();
  assert.deepEqual(await transport.send(LETTER, RECIPIENT), {
    kind: "unavailable",
    reply: "The mail server did not answer within 0.1 s.",
  });
  assert.ok(performance.now() - start < 2_000);
  await transport.close();
});

Deno.test("a port where nobody listens is unavailable", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const url = new URL(`smtp://127.0.0.1:${port}`);
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts: SHORT,
  });
  const outcome = await transport.send(LETTER, RECIPIENT);
  await transport.close();
  assert.equal(outcome.kind, "unavailable");
  assert.match(outcome.reply, /ECONNREFUSED/);
});

Deno.test("a server without TLS is unavailable when TLS is required", async () => {
  const outcome = await sendTo({}, {
    parameters: "?tls=required",
  });
  assert.equal(outcome.kind, "unavailable");
});

Deno.test("a server whose TLS does not work is unavailable", async () => {
  const outcome = await sendTo(
    { EHLO: "250-hello\r\n250 STARTTLS", STAR: "220 go" },
  );
  assert.equal(outcome.kind, "unavailable");
});

Deno.test("a certificate that nobody vouches for is unavailable, unless it is not verified", async () => {
  const server = new SMTPServer({
    secure: true,
    authOptional: true,
    logger: false,
  });
  // It reports that the client did not trust it.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const kinds: string[] = [];
  for (const parameters of ["", "?verify=off"]) {
    const url = new URL(`smtps://127.0.0.1:${port}${parameters}`);
    const transport = new SmtpTransport(url, {
      now: () => new Date(0),
      timeouts: SHORT,
    });
    kinds.push((await transport.send(LETTER, RECIPIENT)).kind);
    await transport.close();
  }
  await new Promise<void>((resolve) => server.close(resolve));
  assert.deepEqual(kinds, ["unavailable", "delivered"]);
});

Deno.test("TLS that is offered is left alone when it is turned off", async () => {
  const outcome = await sendTo({ EHLO: "250-hello\r\n250 STARTTLS" }, {
    parameters: "?tls=off",
  });
  assert.equal(outcome.kind, "delivered");
});

Deno.test("after a refusal the same connection serves the next recipient", async () => {
  await using server = new ScriptedServer({ RCPT: "550 no" });
  const url = new URL(`smtp://127.0.0.1:${server.port}?connections=1`);
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts: SHORT,
  });
  assert.equal((await transport.send(LETTER, RECIPIENT)).kind, "refused");
  server.script.RCPT = "250 ok";
  assert.equal((await transport.send(LETTER, RECIPIENT)).kind, "delivered");
  await transport.close();
  assert.equal(
    server.commands.filter((command) => command.startsWith("EHLO")).length,
    1,
  );
});

Deno.test("closing gives up what does not end, and nothing can be sent afterwards", async () => {
  await using server = new ScriptedServer({ ".": "" });
  const url = new URL(`smtp://127.0.0.1:${server.port}?connections=1`);
  const timeouts = { ...SHORT, final: 10_000, total: 10_000 };
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts,
  });
  const sendings = [
    transport.send(LETTER, RECIPIENT),
    transport.send(LETTER, RECIPIENT),
  ];
  await new Promise((resolve) => setTimeout(resolve, 50));
  const start = performance.now();
  await transport.close();
  assert.ok(performance.now() - start < 2_000);
  const outcomes = [
    ...await Promise.all(sendings),
    await transport.send(LETTER, RECIPIENT),
  ];
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind),
    Array(3).fill("unavailable"),
  );
});

Deno.test("with a key every mail goes out signed", async () => {
  await using server = new ScriptedServer({});
  const { privateKey } = generateKeyPairSync("ed25519");
  const transport = new SmtpTransport(
    new URL(`smtp://127.0.0.1:${server.port}`),
    {
      now: () => new Date(0),
      timeouts: SHORT,
      dkim: {
        domain: "example.com",
        selector: "s1",
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" })
          .toString(),
      },
    },
  );
  assert.equal((await transport.send(LETTER, RECIPIENT)).kind, "delivered");
  await transport.close();
  const source = server.pieces.find((piece) => piece.includes("Subject:"));
  assert.match(source ?? "", /^DKIM-Signature: v=1; a=ed25519-sha256;/);
});
