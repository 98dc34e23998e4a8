import assert from "node:assert/strict";
import { LETTER, recipient } from "../../test_letter.ts";
import {
  kindsOf,
  PIPELINING,
  type Scene,
  sendAll,
  withScene,
} from "./test_smtp.ts";

function count(scene: Scene, word: string): number {
  return scene.server.commands.filter((command) => command.startsWith(word))
    .length;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

Deno.test("no more connections are opened than it may have, nor than there is work for", () =>
  withScene(
    { script: { EHLO: PIPELINING }, parameters: "?connections=3" },
    async (scene) => {
      await sendAll(scene, 1);
      await sendAll(scene, 1);
      assert.equal(scene.server.greeted, 1);
      await sendAll(scene, 100);
      assert.ok(scene.server.greeted <= 3);
    },
  ));

Deno.test("a connection that ends a message for nobody is not waited for", () =>
  withScene({
    script: {
      EHLO: PIPELINING,
      RCPT: (nth) => nth === 1 ? "550 5.1.1 no such user" : "250 ok",
      ".": (nth) => nth === 1 ? "" : "250 ok",
    },
    parameters: "?connections=3",
    timeouts: { final: 10_000, total: 500 },
  }, async (scene) => {
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["refused"]);
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["delivered"]);
  }));

for (const EHLO of [PIPELINING, "250 hello"]) {
  Deno.test(`a connection is replaced after its share of messages (${EHLO.length})`, () =>
    withScene(
      { script: { EHLO }, parameters: "?connections=1&messages=3" },
      async (scene) => {
        assert.deepEqual(
          kindsOf(await sendAll(scene, 7)),
          Array(7).fill("delivered"),
        );
        assert.equal(scene.server.greeted, 3);
        assert.equal(count(scene, "QUIT"), 2);
      },
    ));

  Deno.test(`messages go on when the server takes leave of a connection (${EHLO.length})`, () =>
    withScene({
      script: {
        EHLO,
        MAIL: (nth) => nth % 4 === 0 ? "421 4.7.0 enough" : "250 ok",
      },
      parameters: "?connections=1",
    }, async (scene) => {
      assert.deepEqual(
        kindsOf(await sendAll(scene, 10)),
        Array(10).fill("delivered"),
      );
      assert.ok(scene.server.greeted > 1);
    }));
}

Deno.test("a server that takes no further connections is served over those it has", () =>
  withScene({
    script: {
      EHLO: PIPELINING,
      greeting: (nth) =>
        nth <= 2 ? "220 hello" : "421 4.7.0 too many connections",
    },
    parameters: "?connections=10",
  }, async (scene) => {
    assert.deepEqual(
      kindsOf(await sendAll(scene, 50)),
      Array(50).fill("delivered"),
    );
    const before = scene.server.greeted;
    assert.deepEqual(
      kindsOf(await sendAll(scene, 50)),
      Array(50).fill("delivered"),
    );
    assert.equal(scene.server.greeted, before);
  }));

for (const connections of [1, 5]) {
  Deno.test(`another connection is tried beside a silent one, of ${connections}`, () =>
    withScene({
      script: { greeting: (nth) => nth === 1 ? "" : "220 hello" },
      parameters: `?connections=${connections}`,
      timeouts: { greeting: 30_000, total: 30_000 },
    }, async (scene) => {
      assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["delivered"]);
      assert.equal(scene.server.greeted, 2);
    }));
}

Deno.test("a mail about an account waits behind no mailing", () =>
  withScene({
    script: { RCPT: (nth) => nth <= 4 ? "" : "250 ok" },
    parameters: "?connections=3",
    timeouts: { recipient: 5_000, total: 5_000 },
  }, async (scene) => {
    const mailing = sendAll(scene, 20);
    await pause(100);
    scene.server.script.RCPT = "250 ok";
    const { ownerId: _, ...letter } = LETTER;
    const account = { ...letter, kind: "account" } as const;
    const { kind } = await scene.transport.send(account, recipient());
    assert.equal(kind, "delivered");
    scene.server.hangUpAll();
    await mailing;
  }));

Deno.test("a server that takes no connection fails all that waits, at once", () =>
  withScene({ script: { greeting: "554 5.3.2 go away" } }, async (scene) => {
    const start = performance.now();
    assert.deepEqual(
      kindsOf(await sendAll(scene, 30)),
      Array(30).fill("unavailable"),
    );
    assert.ok(performance.now() - start < 1_000);
    scene.server.script.greeting = "220 hello";
    assert.deepEqual(
      kindsOf(await sendAll(scene, 3)),
      Array(3).fill("delivered"),
    );
  }));

Deno.test("a connection that idles too long is closed, politely", () =>
  withScene({ timeouts: { idle: 30 } }, async (scene) => {
    await sendAll(scene, 1);
    await pause(100);
    assert.equal(count(scene, "QUIT"), 1);
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["delivered"]);
    assert.equal(scene.server.greeted, 2);
  }));

Deno.test("a connection that the server closes while it idles costs nobody anything", () =>
  withScene({ timeouts: { idle: 5_000 } }, async (scene) => {
    await sendAll(scene, 1);
    scene.server.hangUpAll();
    await pause(30);
    assert.deepEqual(kindsOf(await sendAll(scene, 1)), ["delivered"]);
    assert.equal(scene.server.greeted, 2);
  }));

Deno.test("a connection that turns out dead when it is used costs nobody anything", () =>
  withScene({ parameters: "?connections=1" }, async (scene) => {
    await sendAll(scene, 1);
    const sending = sendAll(scene, 1);
    scene.server.hangUpAll();
    assert.deepEqual(kindsOf(await sending), ["delivered"]);
  }));

Deno.test("a connection on which the server speaks unasked is closed", () =>
  withScene({ timeouts: { idle: 5_000 } }, async (scene) => {
    await sendAll(scene, 1);
    await scene.server.interject("421 4.4.2 idle too long");
    await pause(50);
    assert.equal(scene.server.open, 0);
  }));

Deno.test("a job is tried on three connections at most", () =>
  withScene({
    // Every connection takes one message and dies of the next.
    script: {
      EHLO: PIPELINING,
      RCPT: (nth) => nth % 2 === 0 ? null : "250 ok",
    },
    parameters: "?connections=1",
  }, async (scene) => {
    const kinds = kindsOf(await sendAll(scene, 5));
    assert.deepEqual(kinds, [
      "delivered",
      "unavailable",
      "delivered",
      "delivered",
      "delivered",
    ]);
  }));

Deno.test("what waits longer than a sending may take is given up, and the rest goes on", () =>
  withScene({
    script: { RCPT: (nth) => nth === 1 ? "" : "250 ok" },
    parameters: "?connections=1",
    timeouts: { recipient: 10_000, total: 150 },
  }, async (scene) => {
    assert.deepEqual(
      kindsOf(await sendAll(scene, 3)),
      Array(3).fill("unavailable"),
    );
    assert.deepEqual(
      kindsOf(await sendAll(scene, 3)),
      Array(3).fill("delivered"),
    );
  }));

Deno.test("closing says goodbye on every connection", () =>
  withScene({ parameters: "?connections=2" }, async (scene) => {
    await sendAll(scene, 20);
    await scene.transport.close();
    await pause(30);
    assert.equal(count(scene, "QUIT"), scene.server.greeted);
  }));
