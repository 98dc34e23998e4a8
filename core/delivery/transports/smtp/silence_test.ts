import assert from "node:assert/strict";
import { LETTER, recipient } from "../../test_letter.ts";
import type { Step } from "../scripted_smtp.ts";
import { PIPELINING, SHORT, withScene } from "./test_smtp.ts";
import type { SmtpTimeouts } from "./timeouts.ts";

const LONG: SmtpTimeouts = {
  ...SHORT,
  greeting: 10_000,
  command: 10_000,
  mail: 10_000,
  recipient: 10_000,
  data: 10_000,
  final: 10_000,
  total: 10_000,
};

const PHASES: [step: Step, phase: keyof SmtpTimeouts][] = [
  ["greeting", "greeting"],
  ["EHLO", "command"],
  ["STAR", "command"],
  ["AUTH", "command"],
  ["MAIL", "mail"],
  ["RCPT", "recipient"],
  ["DATA", "data"],
  [".", "final"],
];

for (const [step, phase] of PHASES) {
  Deno.test(`silence at ${step} ends when the time for it is over`, async () => {
    const EHLO = `250-hello\r\n250 ${
      step === "STAR" ? "STARTTLS" : "AUTH PLAIN"
    }`;
    await withScene({
      script: { EHLO, [step]: "" },
      credentials: step === "AUTH" ? "anna:secret@" : "",
      timeouts: { ...LONG, [phase]: 80 },
    }, async ({ transport }) => {
      const outcome = await transport.send(LETTER, recipient());
      assert.equal(outcome.kind, "unavailable");
      assert.equal(
        outcome.reply,
        "The mail server did not answer within 0.08 s.",
      );
    });
  });
}

for (const step of ["MAIL", "RCPT"] as const) {
  Deno.test(`a reply that is missing at ${step} is not taken from the next command`, async () => {
    await withScene({
      script: { EHLO: PIPELINING, [step]: "" },
    }, async ({ transport, server }) => {
      const outcome = await transport.send(LETTER, recipient());
      assert.equal(outcome.kind, "unavailable");
      assert.match(outcome.reply, /makes no sense here: 354/);
      assert.ok(!server.commands.includes("."));
    });
  });
}

Deno.test("a reply that drips in, a byte at a time, has no more time than another", async () => {
  await withScene({
    script: { RCPT: "" },
    timeouts: { ...LONG, recipient: 150 },
  }, async ({ transport, server }) => {
    const start = performance.now();
    const sending = transport.send(LETTER, recipient());
    const drip = setInterval(() => void server.drip("2").catch(() => {}), 20);
    const outcome = await sending;
    clearInterval(drip);
    assert.equal(outcome.kind, "unavailable");
    assert.ok(performance.now() - start < 2_000);
  });
});
