import { requestsPerSecond } from "./wrk.ts";

/** Short turns, one after another, see the same weather. */
const TURNS = 4;
const SECONDS = 2;

/** An address to ask, with what is sent along. */
export interface Target {
  url: string;
  headers?: Record<string, string>;
}

/** How many answers one target gives for each of the other's. */
export async function share(target: Target, other: Target): Promise<number> {
  const [rate = NaN, otherRate = NaN] = await ratesOf([target, other]);
  return rate / otherRate;
}

/** Answers a second of each target, asked by turns. */
export async function ratesOf(targets: readonly Target[]): Promise<number[]> {
  const sums = targets.map(() => 0);
  // The first turn is for warming up.
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const [n, { url, ...sent }] of targets.entries()) {
      const rate = await requestsPerSecond(url, { seconds: SECONDS, ...sent });
      if (turn > 0) sums[n] = (sums[n] ?? 0) + rate;
    }
  }
  return sums.map((sum) => sum / TURNS);
}
