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
  const rateOf = ({ url, ...sent }: Target) =>
    requestsPerSecond(url, { seconds: SECONDS, ...sent });
  await rateOf(other);
  await rateOf(target);
  let answers = 0, others = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    others += await rateOf(other);
    answers += await rateOf(target);
  }
  return answers / others;
}
