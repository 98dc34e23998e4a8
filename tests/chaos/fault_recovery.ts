import assert from "node:assert/strict";
import { assertNothingHalfDone } from "./aftermath.ts";
import { deliver } from "./deliver.ts";
import { endedRun } from "./ended_run.ts";
import { type FaultScene, heal, withFault } from "./fault_scene.ts";
import type { FaultRow } from "./faults.ts";
import { foundCompany, PEOPLE, SmallWorld } from "./small_world.ts";

/** All but the one who has unsubscribed. */
const PLANNED = PEOPLE.length - 1;

/** Has a mailing meet a server with a fault, which then ends; asserts that all is well in the end. */
export function assertRecovery(row: FaultRow): Promise<void> {
  return withFault(row, { pipelining: true }, (scene) => recover(scene, row));
}

async function recover(scene: FaultScene, row: FaultRow): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  try {
    const world = new SmallWorld(kv);
    const { core } = await world.start({ transport: scene.transport });
    const company = await foundCompany({ core, world });
    await deliver(core);
    await heal(scene, row);
    const run = await endedRun({ core, world }, company, { minutes: 10 });
    assertAddsUp(scene, row, await core.delivery.totals(run));
    await assertNothingHalfDone({ core, world });
  } finally {
    kv.close();
  }
}

function assertAddsUp(
  { server }: FaultScene,
  { name, outcomes, fault }: FaultRow,
  totals: { planned: number; delivered: number; refused: number },
): void {
  const what = `The server ${name}: ${JSON.stringify(totals)}`;
  const { planned, delivered, refused } = totals;
  assert.equal(planned, PLANNED, what);
  assert.equal(delivered + refused, PLANNED, what);
  assert.equal(refused > 0, outcomes.includes("refused"), what);
  // Its owner gets a mail if the mailing stopped itself.
  const taken = server.taken.filter(({ to }) => !to.startsWith("owner@"));
  const mails = new Map(taken.map((mail) => [mail.messageId, mail.to]));
  assert.equal(mails.size, delivered, what);
  assert.equal(new Set(mails.values()).size, delivered, what);
  const mayRepeat = outcomes.includes("in doubt") || fault?.text !== undefined;
  if (!mayRepeat) assert.equal(taken.length, mails.size, what);
}
