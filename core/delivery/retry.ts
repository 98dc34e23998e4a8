import { backoff, type Growth } from "./backoff.ts";
import type { RetryPolicy, TroublePolicy } from "./policy.ts";

/** How much later than asked a try is made at most, as a share of the wait. */
const SPREAD = 0.1;

/** What is known of a delivery that was just deferred. */
export interface Deferral {
  /** Tries so far, this one included. */
  tries: number;
  /** When the delivery was first due. */
  since: Date;
  now: Date;
  /** The service's own wish, in milliseconds. */
  retryAfter?: number | undefined;
  /** A number from 0 up to 1. */
  random: number;
}

/** Whether so many tries over so long a time are enough. */
export function isGivenUp(
  { tries, since, now }: Pick<Deferral, "tries" | "since" | "now">,
  policy: RetryPolicy,
): boolean {
  const age = now.getTime() - since.getTime();
  return tries >= policy.tries && age >= policy.age;
}

/** How long a delivery waits that met trouble of the service so often, in milliseconds. */
export function waitAfterTrouble(
  troubles: number,
  { trouble, breaker }: { trouble: TroublePolicy; breaker: Growth },
): number {
  const beyond = (troubles - trouble.patience) * breaker.longest;
  return Math.min(
    trouble.longest,
    Math.max(backoff(troubles, breaker), beyond),
  );
}

/** When to try again: exponential backoff with full jitter; undefined gives it up. */
export function nextTry(
  deferral: Deferral,
  policy: RetryPolicy,
): Date | undefined {
  const { tries, since, now, retryAfter = 0, random } = deferral;
  if (isGivenUp({ tries, since, now }, policy)) return undefined;
  const ceiling = backoff(tries, policy);
  // Full jitter spreads a crowd best; the floor keeps a try from following at once.
  const floor = policy.first / 2;
  const wait = floor + random * (ceiling - floor);
  // All that were deferred together are told to come back together.
  const wish = retryAfter * (1 + random * SPREAD);
  return new Date(now.getTime() + Math.max(wait, wish));
}
