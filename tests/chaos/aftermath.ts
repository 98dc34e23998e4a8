import assert from "node:assert/strict";
import type { Core } from "../../core/core.ts";
import { verify } from "../../core/upkeep/verify.ts";
import {
  type Company,
  IN_FLIGHT,
  PEOPLE,
  runsOf,
  type SmallWorld,
} from "./small_world.ts";

/** Who gets mail of a mailing to everybody. */
const REACHED = PEOPLE.filter((name) => name !== "gone" && name !== "left");

/** Asserts that a mailing ended as if no crash had been, but for what may be repeated. */
export async function assertAllIsWell(
  { core, world }: { core: Core; world: SmallWorld },
  company: Company,
  { runs: count, crashes }: { runs: number; crashes: number },
): Promise<void> {
  const runs = await runsOf(core, company);
  assert.equal(runs.length, count, "runs");
  for (const run of runs) {
    assert.equal(run.state, "finished");
    const { planned, delivered, refused, expired, skipped, waiting } =
      await core.delivery.totals(run);
    assert.deepEqual(
      { planned, delivered, refused, expired, skipped, waiting },
      {
        planned: PEOPLE.length - 1,
        delivered: REACHED.length,
        refused: 1,
        expired: 0,
        skipped: 1,
        waiting: 0,
      },
    );
    await assertAttemptsAgree(core, company, run.id);
  }
  assertEverybodyReached(world, { times: count, crashes });
  const mailing = await core.mailings.of(company.owner.id)
    .get(company.mailing.id);
  assert.equal(mailing.status, "completed");
  await assertNothingHalfDone({ core, world });
}

/** Asserts that counters and indexes agree with the records and nobody holds a lease. */
export async function assertNothingHalfDone(
  { core, world }: { core: Core; world: SmallWorld },
): Promise<void> {
  const { counters, indexes } = await verify(core.store, { repair: false });
  assert.deepEqual(counters, []);
  for (const [name, report] of Object.entries(indexes)) {
    assert.deepEqual(report, { removed: 0, added: 0, clashes: 0 }, name);
  }
  const beats = world.kv.list<{ until: Date }>({ prefix: ["+beat"] });
  for await (const { key, value: { until } } of beats) {
    assert.ok(until <= world.now(), `${key.join("/")} is held`);
  }
}

/**
 * How many records of each kind a store holds. Attempts, warnings and the leases of the dead are left
 * out, and counters, which `verify` looks at: a crash may leave more of those.
 */
export async function censusOf(kv: Deno.Kv): Promise<Record<string, number>> {
  const census: Record<string, number> = {};
  for await (const { key: [kind] } of kv.list({ prefix: [] })) {
    const name = String(kind);
    if (/^(attempts|sheets|warnings|\+count|\+lease|\+beat)/.test(name)) {
      continue;
    }
    census[name] = (census[name] ?? 0) + 1;
  }
  return census;
}

/** Asserts that each client's last attempt says what became of them. */
async function assertAttemptsAgree(
  core: Core,
  { owner }: Company,
  runId: string,
): Promise<void> {
  const last = new Map<string, string>();
  for await (const record of core.attempts.of(owner.id).iterate(runId)) {
    last.set(record.name, record.outcome);
  }
  const expected = new Map(REACHED.map((name) => [name, "delivered"]));
  expected.set("gone", "refused");
  assert.deepEqual(new Map([...last].sort()), new Map([...expected].sort()));
}

/** Asserts that each got each mail, and that no more were repeated than were under way. */
function assertEverybodyReached(
  { taken }: SmallWorld,
  { times, crashes }: { times: number; crashes: number },
): void {
  const mails = Map.groupBy(taken, ({ messageId }) => messageId);
  assert.equal(mails.size, REACHED.length * times, "different mails");
  for (const name of REACHED) {
    const theirs = [...mails.values()].filter(([mail]) =>
      mail?.address === `${name}@example.com`
    );
    assert.equal(theirs.length, times, name);
  }
  const repeats = taken.length - mails.size;
  assert.ok(repeats <= crashes * IN_FLIGHT, `${repeats} repeats`);
  for (const copies of mails.values()) assert.ok(copies.length <= 1 + crashes);
}
