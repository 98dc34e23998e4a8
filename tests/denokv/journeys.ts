import assert from "node:assert/strict";
import { POLICY } from "../../core/delivery/policy.ts";
import {
  assertRefused,
  runCommandLine,
  withFolder,
} from "../../tasks/test_command.ts";
import { makeDueMailing, onStore } from "../journeys/due_mailing.ts";
import { waitFor } from "../wait_for.ts";
import { Denokv, TOKEN } from "./denokv.ts";
import { type Accepted, startSink } from "./sink.ts";
import { environment, WorkerProcess, type WorkerWorld } from "./workers.ts";

const CLIENTS = 1_500;
/** What the sink takes over a mail, so that all workers are at it for some seconds. */
const DELAY_MS = 40;
const SECONDS = 120;
const AWAY_MS = 3_000;
const TAKE_OVER_SECONDS = 30;
const WATCHING = ["tasks/runmailing.ts", "--watch"];
const WITH_SMALL_SHARDS = ["tests/denokv/worker.ts"];

Deno.env.set("DENO_KV_ACCESS_TOKEN", TOKEN);

Deno.test("a store on a server serves a mailing from its making to its backup", () =>
  withDueMailing(async (world) => {
    const env = environment("alone", world);
    const sent = await runCommandLine("runmailing", ["--json"], { env });
    assert.equal(sent.code, 0, sent.stderr);
    assert.equal(JSON.parse(sent.stdout).runs[0].totals.delivered, CLIENTS);
    assertEverybodyOnce(world.sink.accepted);
    const again = await runCommandLine("runmailing", [], { env });
    assert.equal(again.stdout, "Nothing is due. Nothing is planned.\n");
    await assertAllAgrees(env);
    await withFolder(async (folder) => {
      const backup = [`${folder}/backup.jsonl`];
      const kept = await runCommandLine("backup", backup, { env });
      assert.equal(kept.code, 0, kept.stderr);
      const onFile = { ...env, KV_PATH: `${folder}/sendoff.db` };
      const moved = await runCommandLine("restore", backup, { env: onFile });
      assert.equal(moved.code, 0, moved.stderr);
      await assertAllAgrees(onFile);
    });
  }));

Deno.test("three workers on one server share a mailing and reach everybody once", () =>
  withDueMailing(async (world) => {
    const { accepted } = world.sink;
    await using first = new WorkerProcess("first", WITH_SMALL_SHARDS, world);
    await using second = new WorkerProcess("second", WITH_SMALL_SHARDS, world);
    await using third = new WorkerProcess("third", WITH_SMALL_SHARDS, world);
    await waitFor(
      "everybody to be reached",
      () => accepted.length >= CLIENTS,
      SECONDS,
    );
    await Promise.all([first.end(), second.end(), third.end()]);
    assertEverybodyOnce(accepted);
    assert.equal(new Set(accepted.map(({ by }) => by)).size, 3);
    await assertAllAgrees(environment("check", world));
  }));

Deno.test("what a killed worker had in hand another takes over within 30 s, and nobody is left out", () =>
  withDueMailing(async (world) => {
    const { accepted } = world.sink;
    await using first = new WorkerProcess("first", WATCHING, world);
    await using second = new WorkerProcess("second", WATCHING, world);
    await waitFor(
      "the work to be under way",
      () => accepted.length > CLIENTS / 5,
      SECONDS,
    );
    // All are in one shard, which one of them has.
    const [victim, heir] = accepted.at(-1)?.by === first.name
      ? [first, second]
      : [second, first];
    await victim.kill();
    const killedAt = performance.now();
    await waitFor(
      "everybody to be reached",
      () => new Set(accepted.map(({ to }) => to)).size === CLIENTS,
      SECONDS,
    );
    await heir.end();
    const takeOver = accepted.find(({ by }) => by === heir.name)?.at;
    const seconds = ((takeOver ?? Infinity) - killedAt) / 1_000;
    assert.ok(seconds < TAKE_OVER_SECONDS, `${seconds} s`);
    const repeats = accepted.length - CLIENTS;
    assert.ok(repeats <= POLICY.ownerInFlight, `${repeats} were repeated`);
    const ids = new Set(accepted.map(({ messageId }) => messageId));
    assert.equal(ids.size, CLIENTS, "a repeat bears another id");
    await assertAllAgrees(environment("check", world));
  }));

Deno.test("a server that dies half-way and comes back gets everything to everybody", () =>
  withDueMailing(async (world) => {
    const { accepted } = world.sink;
    await using worker = new WorkerProcess("first", WATCHING, world);
    await waitFor(
      "the work to be under way",
      () => accepted.length > CLIENTS / 5,
      SECONDS,
    );
    await world.server.kill();
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    await world.server.start();
    await waitFor(
      "everybody to be reached",
      () => new Set(accepted.map(({ to }) => to)).size === CLIENTS,
      SECONDS,
    );
    await worker.end();
    const repeats = accepted.length - CLIENTS;
    assert.ok(repeats <= POLICY.ownerInFlight, `${repeats} were repeated`);
    await assertAllAgrees(environment("check", world));
  }));

Deno.test("a server that is not there and a wrong token end a command with one line", async () => {
  await using server = await Denokv.open();
  await using sink = await startSink();
  const env = environment("nobody", { storeUrl: server.url, sink });
  const stranger = { ...env, DENO_KV_ACCESS_TOKEN: "wrong" };
  for (const command of ["verify", "runmailing"]) {
    assertRefused(
      await runCommandLine(command, [], { env: stranger }),
      /The store http:.* cannot be opened: .*token/i,
    );
  }
  await server.kill();
  for (const command of ["verify", "runmailing"]) {
    assertRefused(
      await runCommandLine(command, [], { env }),
      /The store http:.* cannot be opened: .*refused/i,
    );
  }
});

/** Runs a test with a due mailing on a server, and a sink to send it to. */
async function withDueMailing(
  test: (world: WorkerWorld & { server: Denokv }) => Promise<void>,
): Promise<void> {
  await using server = await Denokv.open();
  await using sink = await startSink(DELAY_MS);
  const storeUrl = server.url;
  await onStore(storeUrl, (core) => makeDueMailing(core, { clients: CLIENTS }));
  await test({ server, storeUrl, sink });
}

function assertEverybodyOnce(accepted: readonly Accepted[]): void {
  const addresses = new Set(accepted.map(({ to }) => to));
  const ids = new Set(accepted.map(({ messageId }) => messageId));
  assert.deepEqual(
    [accepted.length, addresses.size, ids.size],
    [CLIENTS, CLIENTS, CLIENTS],
  );
}

/** Asserts that counters and indexes say what the records say. */
async function assertAllAgrees(env: Record<string, string>): Promise<void> {
  const { code, stdout } = await runCommandLine("verify", [], { env });
  assert.equal(code, 0, stdout);
}
