import { z } from "zod";

const SECOND = 1_000;

/** How far clocks of several machines may be apart. */
const MOST_AHEAD = 60 * SECOND;
/** How much of a second's messages is reserved at once. */
const SHARE = 0.25;
/** How much slower a rate without any burst is kept, so that a start may be a little late. */
const SLACK = 0.05;

/** How many messages might be started now, as of an instant. */
export const Bucket = z.object({ tokens: z.number(), at: z.date() });
export type Bucket = z.infer<typeof Bucket>;

/** Messages a second in the long run, and how many at once after a rest. */
export interface Rate {
  rate: number;
  burst: number;
}

/** What was got out of a bucket. */
export interface Reservation {
  /** Messages that may be started. */
  messages: number;
  /** How long they may be, in milliseconds. */
  validFor: number;
  /** How long until there is one if there is none now, in milliseconds. */
  wait: number;
}

/** Takes a few messages out of a bucket, which is full if there was none. */
export function reserve(
  kept: Bucket | undefined,
  now: Date,
  limit: Rate,
): { bucket: Bucket; reservation: Reservation } {
  const { rate, size, chunk, validFor } = measuresOf(limit);
  const at = latest(kept, now);
  const passed = kept ? Math.max(0, at.getTime() - kept.at.getTime()) : 0;
  const refilled = kept ? kept.tokens + rate * passed / SECOND : size;
  const tokens = Math.min(size, refilled);
  const messages = Math.min(chunk, Math.floor(tokens));
  const wait = messages > 0 ? 0 : Math.ceil((1 - tokens) / rate * SECOND);
  return {
    bucket: { tokens: tokens - messages, at },
    reservation: { messages, validFor, wait },
  };
}

// Another machine's clock may be a little ahead: what it has counted is not counted again. One
// that is far ahead was put right meanwhile.
function latest(kept: Bucket | undefined, now: Date): Date {
  if (!kept || kept.at.getTime() > now.getTime() + MOST_AHEAD) return now;
  return kept.at > now ? kept.at : now;
}

// What was reserved is started within the time that as many take under the rate, and the
// bucket holds so many less: so no window ever sees more than burst + rate * time.
function measuresOf({ rate, burst }: Rate) {
  if (burst < 2) {
    const validFor = SLACK / rate * SECOND;
    return { rate: rate * (1 - SLACK), size: 1, chunk: 1, validFor };
  }
  const half = Math.floor(burst / 2);
  const chunk = Math.max(1, Math.min(half, Math.floor(rate * SHARE)));
  return { rate, size: burst - chunk, chunk, validFor: chunk / rate * SECOND };
}
