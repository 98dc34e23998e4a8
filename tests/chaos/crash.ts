import assert from "node:assert/strict";
import { Crash } from "../../core/storage/testing/faulty_kv.ts";
import { censusOf } from "./aftermath.ts";
import type { Death, MortalKv } from "./mortal_kv.ts";
import type { Scenario } from "./scenarios.ts";
import { SmallWorld } from "./small_world.ts";

/** What a scenario comes to without a crash: its calls, and what the store then holds. */
export interface Undisturbed {
  counts: MortalKv["counts"];
  census: Record<string, number>;
}

/** Longer than any claim holds, in minutes. */
const PAST_THE_LEASES = 2;

/** Goes through a scenario without a crash. */
export function undisturbed(scenario: Scenario): Promise<Undisturbed> {
  return inNewWorld(async (world) => {
    const first = await world.start();
    const company = await scenario.prepare(first.core, world);
    const process = await world.start();
    await scenario.work(process, world, company);
    const counts = { ...process.kv.counts };
    await scenario.check({ core: process.core, world }, company, 0);
    return { counts, census: await censusOf(world.kv) };
  });
}

/** Goes through a scenario with deaths in it, and asserts that the last process makes them good. */
export function crashed(
  scenario: Scenario,
  { deaths, census }: {
    /** One process after another dies so. */
    deaths: readonly Death[];
    census: Undisturbed["census"];
  },
): Promise<void> {
  return inNewWorld(async (world) => {
    const first = await world.start();
    const company = await scenario.prepare(first.core, world);
    for (const death of deaths) {
      const mortal = await untilDead(() => world.start({ death }));
      if (mortal) {
        await whileTimeGoesOn(
          world,
          () => untilDead(() => scenario.work(mortal, world, company)),
        );
        // Whatever it went through: the next goes on where this one stopped.
        mortal.kv.die();
      }
      world.pass(PAST_THE_LEASES);
    }
    const last = await world.start();
    await scenario.work(last, world, company);
    const crashes = deaths.length;
    await scenario.check({ core: last.core, world }, company, crashes);
    assert.deepEqual(await censusOf(world.kv), census);
  });
}

async function inNewWorld<T>(
  work: (world: SmallWorld) => Promise<T>,
): Promise<T> {
  const kv = await Deno.openKv(":memory:");
  try {
    return await work(new SmallWorld(kv));
  } finally {
    kv.close();
  }
}

/** A process that lives on waits for claims of its own that it could not give back. */
async function whileTimeGoesOn<T>(
  world: SmallWorld,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => world.pass(0.1), 5);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** What the work comes to, or nothing when the process died over it. */
export async function untilDead<T>(
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Crash || isAborted(error)) return undefined;
    throw error;
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
