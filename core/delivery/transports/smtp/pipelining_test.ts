import assert from "node:assert/strict";
import { LETTER, recipient } from "../../test_letter.ts";
import { kindsOf, PIPELINING, sendAll, withScene } from "./test_smtp.ts";

const ONE = "?connections=1";

Deno.test("an envelope goes out in one piece, and the next one with the message before it", () =>
  withScene(
    { script: { EHLO: PIPELINING }, parameters: ONE },
    async (scene) => {
      assert.deepEqual(
        kindsOf(await sendAll(scene, 3)),
        Array(3).fill("delivered"),
      );
      const [, first = "", second = "", third = "", last = ""] =
        scene.server.pieces;
      assert.equal(
        first,
        "MAIL FROM:<news@example.com>\r\nRCPT TO:<person1@example.com>\r\nDATA\r\n",
      );
      for (const [piece, n] of [[second, 2], [third, 3]] as const) {
        assert.match(
          piece,
          new RegExp(
            `\\r\\n\\.\\r\\nMAIL FROM:<news@example.com>\\r\\nRCPT TO:<person${n}@example.com>\\r\\nDATA\\r\\n$`,
          ),
        );
      }
      assert.match(last, /\r\n\.\r\n$/);
      assert.equal(scene.server.greeted, 1);
    },
  ));

Deno.test("without pipelining nothing is said before the last answer", () =>
  withScene({ parameters: ONE }, async (scene) => {
    assert.deepEqual(kindsOf(await sendAll(scene, 2)), [
      "delivered",
      "delivered",
    ]);
    for (const piece of scene.server.pieces) {
      assert.ok(
        piece.endsWith("\r\n.\r\n") || piece.split("\r\n").length === 2,
        piece,
      );
    }
  }));

for (const EHLO of [PIPELINING, "250 hello"]) {
  const way = EHLO === PIPELINING ? "with" : "without";

  Deno.test(`${way} pipelining a refused recipient leaves the others alone`, () =>
    withScene({
      script: {
        EHLO,
        RCPT: (nth) => nth === 2 ? "550 5.1.1 nobody" : "250 ok",
        DATA: (nth) =>
          EHLO === PIPELINING && nth === 2
            ? "554 5.5.1 no valid recipients"
            : "354 go",
      },
      parameters: ONE,
    }, async (scene) => {
      const outcomes = await sendAll(scene, 4);
      assert.deepEqual(kindsOf(outcomes), [
        "delivered",
        "refused",
        "delivered",
        "delivered",
      ]);
      assert.equal(outcomes[1]?.reply, "550 5.1.1 nobody");
      assert.equal(scene.server.greeted, 1);
      assert.ok(scene.server.commands.includes("RSET"));
    }));

  Deno.test(`${way} pipelining a message that is refused leaves the others alone`, () =>
    withScene({
      script: { EHLO, ".": (nth) => nth === 2 ? "554 5.6.0 spam" : "250 ok" },
      parameters: ONE,
    }, async (scene) => {
      assert.deepEqual(kindsOf(await sendAll(scene, 3)), [
        "delivered",
        "refused",
        "delivered",
      ]);
      assert.equal(scene.server.greeted, 1);
    }));

  Deno.test(`${way} pipelining a refused sender is the service's trouble`, () =>
    withScene({
      script: {
        EHLO,
        MAIL: "550 5.7.1 not you",
        RCPT: "503 5.5.1 MAIL first",
        DATA: "503 5.5.1 RCPT first",
      },
      parameters: ONE,
    }, async (scene) => {
      const outcomes = await sendAll(scene, 2);
      assert.deepEqual(kindsOf(outcomes), ["unavailable", "unavailable"]);
      assert.ok(outcomes.every(({ reply }) => reply === "550 5.7.1 not you"));
    }));
}

Deno.test("a message that is wanted for nobody is an empty one", () =>
  withScene({
    script: {
      EHLO: PIPELINING,
      RCPT: (nth) => nth === 1 ? "550 5.1.1 nobody" : "250 ok",
      ".": (nth) => nth === 1 ? "554 5.5.1 nobody is left" : "250 ok",
    },
    parameters: ONE,
  }, async (scene) => {
    assert.deepEqual(kindsOf(await sendAll(scene, 2)), [
      "refused",
      "delivered",
    ]);
    const sources = scene.server.pieces.filter((piece) =>
      piece.includes("Subject:")
    );
    assert.equal(sources.length, 1);
    assert.equal(scene.server.greeted, 1);
  }));

Deno.test("a recipient who is accepted though the sender is not never gets an empty message", () =>
  withScene({
    script: { EHLO: PIPELINING, MAIL: "451 4.3.0 no" },
    parameters: ONE,
  }, async (scene) => {
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["unavailable"]);
    await scene.transport.close();
    assert.ok(!scene.server.commands.includes("."));
  }));

Deno.test("a message larger than the server takes is refused before it is sent", () =>
  withScene(
    { script: { EHLO: "250-hello\r\n250 SIZE 100" } },
    async (scene) => {
      assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["refused"]);
      assert.ok(
        !scene.server.commands.some((command) => command.startsWith("MAIL")),
      );
    },
  ));

Deno.test("the size of the message goes with the envelope", () =>
  withScene({ script: { EHLO: "250-hello\r\n250 SIZE" } }, async (scene) => {
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["delivered"]);
    const source = scene.server.pieces.find((piece) =>
      piece.includes("Subject:")
    ) ?? "";
    const size = source.length - ".\r\n".length;
    assert.ok(
      scene.server.commands.includes(
        `MAIL FROM:<news@example.com> SIZE=${size}`,
      ),
    );
  }));

Deno.test("a line that begins with a dot arrives, and ends nothing", () =>
  withScene({}, async (scene) => {
    const letter = { ...LETTER, subject: "{{name}}", body: ".\n..\n.x" };
    const outcome = await scene.transport.send(
      letter,
      recipient(1, { values: { name: "." } }),
    );
    assert.equal(outcome.kind, "delivered");
    assert.equal(
      scene.server.commands.filter((command) => command === ".").length,
      1,
    );
  }));
