import assert from "node:assert/strict";
import { once } from "node:events";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Outcome } from "../../outcome.ts";
import { LETTER, recipient } from "../../test_letter.ts";
import { type SceneOptions, sendAll, SHORT, withScene } from "./test_smtp.ts";
import { SmtpTransport } from "./transport.ts";

async function sendIn(options: SceneOptions) {
  let outcome: Outcome | undefined;
  let commands: string[] = [];
  await withScene(options, async ({ transport, server }) => {
    outcome = await transport.send(LETTER, recipient());
    commands = server.commands;
  });
  assert.ok(outcome);
  return { outcome, commands };
}

function decoded(commands: string[], start: string): string {
  const command = commands.find((command) => command.startsWith(start));
  return atob(command?.slice(start.length) ?? "");
}

Deno.test("a server that knows HELO alone is spoken to in its words", async () => {
  for (const reply of ["500 what", "502 not here"]) {
    const { outcome, commands } = await sendIn({ script: { EHLO: reply } });
    assert.equal(outcome.kind, "delivered");
    assert.deepEqual(commands.slice(0, 2), [
      "EHLO [127.0.0.1]",
      "HELO [127.0.0.1]",
    ]);
  }
});

Deno.test("it calls itself what the URL says", async () => {
  const { commands } = await sendIn({ parameters: "?name=mail.example.com" });
  assert.equal(commands[0], "EHLO mail.example.com");
});

Deno.test("LOGIN is used where PLAIN is not offered", async () => {
  const { outcome, commands } = await sendIn({
    credentials: "anna:pa%40ss@",
    script: { EHLO: "250-hello\r\n250 AUTH LOGIN", AUTH: "334 VXNlcm5hbWU6" },
  });
  assert.deepEqual(commands.slice(1, 3), ["AUTH LOGIN", btoa("anna")]);
  // The script answers everything it does not know with 250, which is no welcome.
  assert.equal(outcome.kind, "unavailable");
});

Deno.test("XOAUTH2 sends the token, and takes no for an answer", async () => {
  const options = {
    credentials: "anna:token@",
    parameters: "?auth=xoauth2",
    script: { EHLO: "250-hello\r\n250 AUTH PLAIN XOAUTH2", AUTH: "235 in" },
  };
  const { outcome, commands } = await sendIn(options);
  assert.equal(outcome.kind, "delivered");
  assert.equal(
    decoded(commands, "AUTH XOAUTH2 "),
    "user=anna\x01auth=Bearer token\x01\x01",
  );
  const script = { ...options.script, AUTH: "334 eyJzdGF0dXMiOiI0MDEifQ==" };
  const refused = await sendIn({ ...options, script });
  assert.equal(refused.outcome.kind, "unavailable");
  assert.ok(refused.commands.includes(""));
});

Deno.test("a server that offers no way to sign in gets no password", async () => {
  for (
    const EHLO of ["250 hello", "250-hello\r\n250 AUTH CRAM-MD5", "502 no"]
  ) {
    const { outcome, commands } = await sendIn({
      credentials: "a:secret@",
      script: { EHLO },
    });
    assert.equal(outcome.kind, "unavailable");
    assert.ok(!commands.some((command) => command.startsWith("AUTH")));
  }
});

Deno.test("a password goes to another machine encrypted or not at all", async () => {
  // It is this machine, but nothing says so.
  const host = "0.0.0.0";
  const { outcome, commands } = await sendIn({
    credentials: "a:secret@",
    host,
  });
  assert.equal(outcome.kind, "unavailable");
  assert.deepEqual(commands, ["EHLO [127.0.0.1]"]);
  const off = await sendIn({
    credentials: "a:secret@",
    host,
    parameters: "?tls=off",
  });
  assert.equal(off.outcome.kind, "delivered");
});

Deno.test("a refused STARTTLS ends the session, not the encryption", async () => {
  const { outcome, commands } = await sendIn({
    script: { EHLO: "250-hello\r\n250 STARTTLS", STAR: "454 4.7.0 not now" },
  });
  assert.equal(outcome.kind, "unavailable");
  assert.deepEqual(commands.slice(1), ["STARTTLS"]);
});

Deno.test("what the server says in the clear behind STARTTLS is not believed", async () => {
  const { outcome } = await sendIn({
    script: { EHLO: "250-hello\r\n250 STARTTLS", STAR: "220 go\r\n250 ok" },
  });
  assert.equal(outcome.kind, "unavailable");
  assert.match(outcome.reply, /out of turn/);
});

for (
  const [what, greeting] of Object.entries({
    "a reply of 1 MB": `220-${"x".repeat(1_000)}\r\n`.repeat(1_000) + "220 end",
    "a line of 1 MB": `220 ${"x".repeat(1_000_000)}`,
    "mismatched codes": "220-one\r\n250 two",
  })
) {
  Deno.test(`${what} for a greeting is trouble with the service`, async () => {
    const { outcome } = await sendIn({ script: { greeting } });
    assert.equal(outcome.kind, "unavailable");
    assert.ok(outcome.reply.length <= 500);
  });
}

async function overTls(options: SMTPServerOptions, parameters: string) {
  const sources: string[] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "anna" && password === "secret"
        ? done(null, { user: username })
        : done(new Error("wrong")),
    onData: async (stream, session, done) => {
      for await (const chunk of stream) sources.push(String(chunk));
      done(null, session.secure ? "encrypted" : "clear");
    },
    ...options,
  });
  // It reports that the client did not trust it.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const scheme = options.secure ? "smtps" : "smtp";
  const transport = new SmtpTransport(
    new URL(`${scheme}://anna:secret@127.0.0.1:${port}${parameters}`),
    {
      now: () => new Date(0),
      timeouts: {
        ...SHORT,
        connect: 2_000,
        greeting: 2_000,
        command: 2_000,
        total: 5_000,
      },
    },
  );
  const outcomes = await sendAll({ transport }, 20);
  await transport.close();
  await new Promise<void>((resolve) => server.close(resolve));
  return { kinds: [...new Set(outcomes.map(({ kind }) => kind))], outcomes };
}

for (const secure of [true, false]) {
  const way = secure ? "smtps" : "STARTTLS";

  Deno.test(`mail goes out encrypted over ${way}, signed in`, async () => {
    const { kinds, outcomes } = await overTls(
      { secure },
      "?verify=off&connections=3",
    );
    assert.deepEqual(kinds, ["delivered"], JSON.stringify(outcomes[0]));
    assert.match(outcomes[0]?.reply ?? "", /encrypted/);
  });

  Deno.test(`a certificate that nobody vouches for ends ${way}`, async () => {
    const { kinds, outcomes } = await overTls({ secure }, "?connections=3");
    assert.deepEqual(kinds, ["unavailable"]);
    assert.match(outcomes[0]?.reply ?? "", /certificate/);
  });
}
