import type { Fault } from "./fault.ts";
import { MassMailing } from "./mass_mailing.ts";
import type { Chance } from "./seeded.ts";
import { WORKER_POLICY } from "./worker.ts";

/** How a mailing under interruptions came out, when it came out well. */
export interface Interrupted {
  recipients: number;
  interruptions: number;
  repeats: number;
  /** Tries of which it was not known whether they reached anybody. */
  doubts: number;
}

/** How much is sent, how often it is interrupted, and by what chance when. */
export interface Disturbance {
  recipients: number;
  times: number;
  chance: Chance;
  /** What the mail server does wrong meanwhile. */
  fault?: Fault;
}

/** Longer than a worker takes to begin, and to claim and plan. */
const BEGINNING = 1_200;
/** Longer than the other worker takes to begin and to find the claims lapsed. */
const STANDSTILL = 8_000;
/** Long enough for one who wakes up to do whatever it was about to do. */
const AWAKE = 500;

/** Sends a mailing and kills the worker at random instants; throws if anything is wrong then. */
export async function underKills(
  { recipients, times, chance, fault }: Disturbance,
): Promise<Interrupted> {
  let came = { repeats: 0, doubts: 0 };
  await MassMailing.with(recipients, async (mailing) => {
    mailing.server.fault = fault;
    for (let n = 0; n < times; n++) {
      const worker = mailing.start();
      await instant(mailing, { n, times, chance });
      await mailing.kill(worker);
    }
    const last = mailing.start();
    await mailing.finished();
    await mailing.end(last);
    await mailing.assertWhole({ interruptions: times });
    came = { repeats: mailing.repeats, doubts: await mailing.doubts() };
  });
  return { recipients, interruptions: times, ...came };
}

/**
 * Sends a mailing with two workers of which one is frozen again and again for longer than
 * its claims hold, as a machine that sleeps, and wakes up to claims that are another's.
 */
export async function underFreezes(
  { recipients, times, chance }: Disturbance,
): Promise<Interrupted> {
  let came = { repeats: 0, doubts: 0 };
  await MassMailing.with(recipients, async (mailing) => {
    const sleepy = mailing.start();
    const steady: Deno.ChildProcess[] = [];
    for (let n = 1; n <= times; n++) {
      await instant(mailing, { n, times: times + 1, chance });
      sleepy.kill("SIGSTOP");
      if (steady.length === 0) steady.push(mailing.start());
      // At last all it had in hand is another's for certain, unless it sleeps on the lock of
      // the file, which nobody can take from it.
      if (n === times) await mailing.quiet(STANDSTILL);
      else await passed(WORKER_POLICY.lease + chance.between(100, 1_000));
      sleepy.kill("SIGCONT");
      await passed(AWAKE);
    }
    await mailing.finished();
    await mailing.end(sleepy);
    for (const worker of steady) await mailing.end(worker);
    await mailing.assertWhole({ interruptions: times });
    came = { repeats: mailing.repeats, doubts: await mailing.doubts() };
  });
  return { recipients, interruptions: times, ...came };
}

/** Waits for an instant: by the clock at first, so as to meet the planning too, then by what was sent. */
async function instant(
  mailing: MassMailing,
  { n, times, chance }: { n: number; times: number; chance: Chance },
): Promise<void> {
  if (n === 0) return await passed(chance.between(0, BEGINNING));
  const share = mailing.recipients / times;
  const goal = Math.round(share * (n - 1 + chance.next()));
  const more = Math.max(goal, mailing.server.taken.length + 1);
  // The other worker may be through with everything.
  await mailing.taken(Math.min(more, mailing.recipients));
  await passed(chance.between(0, 15));
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
