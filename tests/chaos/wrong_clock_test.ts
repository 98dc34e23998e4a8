import assert from "node:assert/strict";
import type { Core } from "../../core/core.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { isActive } from "../../core/mailings/run.ts";
import { untilDead } from "./crash.ts";
import { deliver } from "./deliver.ts";
import {
  type Company,
  foundCompany,
  runsOf,
  SmallWorld,
} from "./small_world.ts";

const HOUR = 60;
const AHEAD = 10 * 24 * HOUR;
/** Long before the clock is there again. */
const SOON = 12;
const COMMITS = 20;

async function withWorld(
  test: (world: SmallWorld) => Promise<void>,
): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  try {
    await test(new SmallWorld(kv));
  } finally {
    kv.close();
  }
}

/** Asserts that a mailing is done within a few hours. */
async function assertSoonDone(
  core: Core,
  { world, company }: { world: SmallWorld; company: Company },
): Promise<void> {
  for (let hour = 0; hour < SOON; hour++) {
    await deliver(core);
    const [run] = await runsOf(core, company);
    if (run && !isActive(run)) return;
    world.pass(HOUR);
  }
  assert.fail("It still waits for the clock");
}

Deno.test("a worker killed while the clock was days ahead holds nothing until the clock is there", async () => {
  for (let at = 1; at <= COMMITS; at++) {
    await withWorld(async (world) => {
      // Nobody is put off: a wait until an instant is as long as the clock says.
      world.answerTo("busy");
      const first = await world.start();
      const company = await foundCompany({ core: first.core, world });
      await first.core.delivery.run({ signal: AbortSignal.abort() });
      world.pass(AHEAD);
      const death = { of: "commits", at, when: "after" } as const;
      const mortal = await world.start({ death });
      await untilDead(() => deliver(mortal.core, mortal.signal));
      mortal.kv.die();
      // The claims of one who died of late are kept for a while, whatever the clock says.
      world.pass(-AHEAD + 10);
      const { core } = await world.start();
      await assertSoonDone(core, { world, company });
    });
  }
});

Deno.test("trouble met while the clock was days ahead stops nothing until the clock is there", async () => {
  await withWorld(async (world) => {
    let isDown = true;
    const transport: Transport = {
      name: "test",
      send: () =>
        Promise.resolve(
          isDown
            ? { kind: "unavailable", reply: "refused", retryAfter: 1_000 }
            : { kind: "delivered", reply: "250 Ok" },
        ),
      close: () => Promise.resolve(),
    };
    const { core } = await world.start({ transport });
    world.pass(AHEAD);
    const early = await foundCompany({ core, world });
    await deliver(core);
    world.pass(-AHEAD);
    isDown = false;
    const startsAt = world.now().toISOString().slice(0, 19);
    const copy = await core.mailings.of(early.owner.id).create({
      name: "Later news",
      textId: early.mailing.textId,
      audience: { kind: "everyone" },
      schedule: { startsAt, timeZone: "UTC", repeat: "once" },
    }, { launch: true });
    const company = { owner: early.owner, mailing: copy };
    const { core: next } = await world.start({ transport });
    await assertSoonDone(next, { world, company });
  });
});

Deno.test("what was begun or put off while the clock was days ahead waits for no such time", async () => {
  await withWorld(async (world) => {
    const { core } = await world.start();
    world.pass(AHEAD);
    // One message is put off, and nobody comes back to it before the clock is put right.
    const company = await foundCompany({ core, world });
    await core.delivery.run();
    world.pass(-AHEAD);
    const { core: next } = await world.start();
    await assertSoonDone(next, { world, company });
  });
  await withWorld(async (world) => {
    const { core } = await world.start();
    world.pass(AHEAD);
    const company = await foundCompany({ core, world });
    await core.delivery.run({ signal: AbortSignal.abort() });
    world.pass(-AHEAD);
    const { core: next } = await world.start();
    await assertSoonDone(next, { world, company });
  });
});
