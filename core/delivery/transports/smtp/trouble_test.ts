import fc from "fast-check";
import assert from "node:assert/strict";
import { LETTER, recipient } from "../../test_letter.ts";
import type { Answer, Script } from "../scripted_smtp.ts";
import { PIPELINING, withScene } from "./test_smtp.ts";

const MESSAGES = 12;

/** A cycle of answers, mostly good ones. */
function answers(good: string, bad: Answer[]) {
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Answer>(good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    ),
    { minLength: 1, maxLength: 9 },
  );
}

const BAD: Answer[] = [
  null,
  "421 4.3.2 closing",
  "451 4.3.0 later",
  "550 5.1.1 no",
  "garbage",
  "250-half\r\n251 other",
  "354 what",
];

const scripts = fc.record({
  pipelining: fc.boolean(),
  greeting: answers("220 hello", [null, "421 4.7.0 too many"]),
  mail: answers("250 ok", BAD),
  rcpt: answers("250 ok", BAD),
  data: answers("354 go", [...BAD, "250 ok"]),
  // Some of the messages are taken and the answer is lost.
  final: answers("250 ok", [...BAD, "taken, and gone"]),
});

Deno.test("whatever the server does, every message has an outcome that is true of it", async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (plan) => {
      const taken: string[] = [];
      const cycle = (all: Answer[]) => (nth: number) =>
        all[nth % all.length] ?? null;
      const script: Script = {
        EHLO: plan.pipelining ? PIPELINING : "250 hello",
        greeting: cycle(plan.greeting),
        MAIL: cycle(plan.mail),
        RCPT: cycle(plan.rcpt),
        DATA: cycle(plan.data),
      };
      await withScene({
        script,
        // With one connection, the last recipient named is the message's.
        parameters: "?connections=1",
        timeouts: { total: 5_000, final: 2_000, idle: 2_000 },
      }, async ({ server, transport }) => {
        server.script["."] = (nth) => {
          const answer = cycle(plan.final)(nth);
          const isTaken = answer === "250 ok" || answer === "taken, and gone";
          const named = server.commands.findLast((command) =>
            command.startsWith("RCPT")
          );
          if (isTaken && !server.emptyMessage) taken.push(named ?? "");
          return answer === "taken, and gone" ? null : answer;
        };
        const outcomes = await Promise.all(
          Array.from(
            { length: MESSAGES },
            (_, n) => transport.send(LETTER, recipient(n)),
          ),
        );
        for (const [n, outcome] of outcomes.entries()) {
          const times = taken.filter((named) =>
            named === `RCPT TO:<person${n}@example.com>`
          ).length;
          const isInDoubt = "inDoubt" in outcome;
          if (outcome.kind === "delivered") {
            assert.equal(times, 1);
          } else if (isInDoubt) {
            assert.ok(times <= 1);
          } else assert.equal(times, 0, JSON.stringify(outcome));
        }
      });
    }),
    { numRuns: 60 },
  );
});
