import assert from "node:assert/strict";
import type { Outcome } from "../../outcome.ts";
import { LETTER, recipient } from "../../test_letter.ts";
import type { Script } from "../scripted_smtp.ts";
import {
  PIPELINING,
  type SceneOptions,
  sendAll,
  withScene,
} from "./test_smtp.ts";

async function outcomeOf(script: Script, options: SceneOptions = {}) {
  const outcomes: Outcome[] = [];
  await withScene({ script, ...options }, async ({ transport }) => {
    outcomes.push(await transport.send(LETTER, recipient()));
  });
  const [outcome] = outcomes;
  assert.ok(outcome?.kind === "unavailable", JSON.stringify(outcome));
  return outcome;
}

for (
  const [what, script] of Object.entries<Script>({
    "hangs up": { ".": null },
    "says nothing": { ".": "" },
    "answers nonsense": { ".": "fine, thanks" },
    "answers with another question": { ".": "354 more" },
  })
) {
  Deno.test(`a server that ${what} after the final dot leaves the mail in doubt`, async () => {
    assert.equal((await outcomeOf(script)).inDoubt, true);
    assert.equal(
      (await outcomeOf({ EHLO: PIPELINING, ...script })).inDoubt,
      true,
    );
  });
}

Deno.test("a sending out of time after the final dot is in doubt", async () => {
  const outcome = await outcomeOf({ ".": "" }, {
    timeouts: { final: 10_000, total: 100 },
  });
  assert.deepEqual(outcome, {
    kind: "unavailable",
    reply: "The mail server did not answer within 0.1 s.",
    inDoubt: true,
  });
});

for (const step of ["greeting", "EHLO", "MAIL", "RCPT", "DATA"] as const) {
  Deno.test(`a connection lost at ${step} leaves no doubt: nothing was handed over`, async () => {
    for (const EHLO of [PIPELINING, "250 hello"]) {
      for (const answer of [null, ""]) {
        const outcome = await outcomeOf({ EHLO, [step]: answer });
        assert.ok(!("inDoubt" in outcome), JSON.stringify(outcome));
      }
    }
  });
}

Deno.test("a server that takes leave instead of taking the mail leaves no doubt", async () => {
  const outcome = await outcomeOf({ ".": "421 4.3.2 closing" });
  assert.ok(!("inDoubt" in outcome));
});

Deno.test("only the message whose answer was lost is in doubt; the next goes another way", () =>
  withScene({
    script: { EHLO: PIPELINING, ".": (nth) => nth === 2 ? null : "250 ok" },
    parameters: "?connections=1",
  }, async ({ transport, server }) => {
    const outcomes = await sendAll({ transport }, 4);
    assert.deepEqual(
      outcomes.map((outcome) => "inDoubt" in outcome || outcome.kind),
      ["delivered", true, "delivered", "delivered"],
    );
    assert.equal(server.greeted, 2);
  }));
