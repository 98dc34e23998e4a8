import assert from "node:assert/strict";
import { LETTER, recipient } from "../../test_letter.ts";
import { PIPELINING, withScene } from "./test_smtp.ts";

for (const EHLO of [PIPELINING, "250 hello"]) {
  const way = EHLO === PIPELINING ? "with" : "without";

  Deno.test(`${way} pipelining only the message whose text was begun ends after a stop`, () =>
    withScene(
      { script: { EHLO }, parameters: "?connections=1" },
      async ({ server, transport }) => {
        let isStopped = false;
        const sending = Array.from(
          { length: 5 },
          (_, n) =>
            transport.send(LETTER, recipient(n + 1), () => {
              // The second is asked about while the first is on its way.
              const may = !isStopped;
              if (n === 1) {
                isStopped = true;
              }
              return may;
            }),
        );
        const kinds = (await Promise.all(sending)).map(({ kind }) => kind);
        assert.deepEqual(kinds, [
          "delivered",
          "withdrawn",
          "withdrawn",
          "withdrawn",
          "withdrawn",
        ]);
        const said = server.pieces.join("");
        assert.equal(said.match(/^\.\r\n/gm)?.length, 1, said);
      },
    ));
}

Deno.test("what waits behind a hanging domain is taken back without waiting for it", () =>
  withScene(
    {
      script: { RCPT: "" },
      timeouts: { recipient: 30_000, total: 30_000 },
    },
    async ({ transport, server }) => {
      let isStopped = false;
      const sending = Array.from(
        { length: 5 },
        (_, n) => transport.send(LETTER, recipient(n + 1), () => !isStopped),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      isStopped = true;
      const waiting = await Promise.all(sending.slice(1));
      assert.ok(waiting.every(({ kind }) => kind === "withdrawn"));
      server.hangUpAll();
      await Promise.all(sending);
    },
  ));
