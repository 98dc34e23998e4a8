import assert from "node:assert/strict";
import type { Core } from "../../core/core.ts";
import { pause } from "../../core/delivery/loop.ts";
import { isActive } from "../../core/mailings/run.ts";
import { assertAllIsWell, assertNothingHalfDone } from "./aftermath.ts";
import { deliver } from "./deliver.ts";
import {
  type Company,
  deleteAccount,
  foundCompany,
  type Process,
  runsOf,
  type SmallWorld,
} from "./small_world.ts";

/** Something that takes many steps in the store and may be interrupted at each of them. */
export interface Scenario {
  name: string;
  /** What is there before. */
  prepare(core: Core, world: SmallWorld): Promise<Company>;
  /** The work, from wherever it was left. */
  work(process: Process, world: SmallWorld, company: Company): Promise<void>;
  /** Asserts that it is done, and done whole. */
  check(
    scene: { core: Core; world: SmallWorld },
    company: Company,
    crashes: number,
  ): Promise<void>;
}

const MOST_ROUNDS = 60;

/** Everything that is tried with a crash at every call. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "a mailing that goes out once",
    prepare: (core, world) => foundCompany({ core, world }),
    work: (process, world, company) =>
      untilSent(process, world, { company, runs: 1 }),
    check: (scene, company, crashes) =>
      assertAllIsWell(scene, company, { runs: 1, crashes }),
  },
  {
    name: "a daily mailing on its two days",
    prepare: (core, world) =>
      foundCompany({ core, world }, {
        repeat: "daily",
        endsAt: "2026-03-02T18:00",
      }),
    work: (process, world, company) =>
      untilSent(process, world, { company, runs: 2 }),
    check: (scene, company, crashes) =>
      assertAllIsWell(scene, company, { runs: 2, crashes }),
  },
  {
    name: "the cancelling of a mailing half sent",
    prepare: halfSent,
    async work(process, world, company) {
      const own = process.core.mailings.of(company.owner.id);
      const { status } = await own.get(company.mailing.id);
      if (status !== "cancelled") await own.cancel(company.mailing.id);
      await untilEnded(process, world, company);
    },
    check: assertCancelled,
  },
  {
    name: "the deletion of a mailing half sent",
    prepare: halfSent,
    async work({ core, signal }, world, company) {
      const own = core.mailings.of(company.owner.id);
      const found = await own.find(company.mailing.id);
      if (found && found.status !== "cancelled") await own.cancel(found.id);
      if (found) await own.remove(found.id);
      await stayUntil(
        { core, signal },
        world,
        async () => await own.findAny(company.mailing.id) === undefined,
      );
    },
    async check({ core, world }, company) {
      assert.deepEqual(await runsOf(core, company), []);
      await assertForgotten(world, company.mailing.id);
      await assertNothingHalfDone({ core, world });
    },
  },
  {
    name: "the deletion of an account with a mailing half sent",
    prepare: halfSent,
    async work({ core, signal }, world, company) {
      const found = await core.users.find(company.owner.id);
      if (found && !found.deletedAt) await deleteAccount(core, company);
      await stayUntil(
        { core, signal },
        world,
        async () => await core.users.find(company.owner.id) === undefined,
      );
    },
    async check({ core, world }, company) {
      await assertForgotten(world, company.owner.id);
      await assertForgotten(world, company.mailing.id);
      await assertNothingHalfDone({ core, world });
    },
  },
];

/** A company whose mailing reached everybody but one, who is still to be tried again. */
async function halfSent(core: Core, world: SmallWorld): Promise<Company> {
  const company = await foundCompany({ core, world });
  await deliver(core);
  return company;
}

async function untilSent(
  { core, signal }: Process,
  world: SmallWorld,
  { company, runs: count }: { company: Company; runs: number },
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await deliver(core, signal);
    signal.throwIfAborted();
    const runs = await runsOf(core, company);
    if (runs.length === count && !runs.some(isActive)) return;
    world.pass(runs.some(isActive) ? 5 : 12 * 60);
  }
  throw new Error("It never ended");
}

async function untilEnded(
  { core, signal }: Process,
  world: SmallWorld,
  company: Company,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await deliver(core, signal);
    signal.throwIfAborted();
    if (!(await runsOf(core, company)).some(isActive)) return;
    world.pass(1);
    await pause(1, signal);
  }
  throw new Error("It never ended");
}

/** Has a worker stay until something is so; the clock goes on meanwhile. */
async function stayUntil(
  { core, signal }: Pick<Process, "core" | "signal">,
  world: SmallWorld,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const done = new AbortController();
  const staying = core.delivery.stay(AbortSignal.any([signal, done.signal]));
  try {
    for (let round = 0; !await isSo(); round++) {
      if (round > 300) throw new Error("It never ended");
      world.pass(1);
      await pause(3, signal);
      signal.throwIfAborted();
    }
  } finally {
    done.abort();
    await staying;
  }
}

async function assertCancelled(
  { core, world }: { core: Core; world: SmallWorld },
  company: Company,
): Promise<void> {
  const [run] = await runsOf(core, company);
  assert.equal(run?.state, "cancelled");
  const mailing = await core.mailings.of(company.owner.id)
    .get(company.mailing.id);
  assert.equal(mailing.status, "cancelled");
  const before = world.taken.length;
  world.pass(24 * 60);
  await deliver(core);
  assert.equal(world.taken.length, before, "mail after the cancelling");
  await assertNothingHalfDone({ core, world });
}

/** Asserts that no key and no value names what was deleted. */
async function assertForgotten(
  { kv }: SmallWorld,
  id: string,
): Promise<void> {
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (/^(\+lease|\+beat|warnings)$/.test(String(key[0]))) continue;
    // A counter that came down to nothing tells nothing.
    if (value instanceof Deno.KvU64 && value.value === 0n) continue;
    const found = Deno.inspect([key, value], { depth: 9 });
    assert.ok(!found.includes(id), found);
  }
}
