import { z } from "zod";
import { backoff } from "./backoff.ts";
import type { BreakerPolicy } from "./policy.ts";

const Broken = { until: z.date(), opened: z.number(), reason: z.string() };

/** Whether the mail service is being used, left alone, or tried with one message. */
export const BreakerState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("closed"), troubles: z.number() }),
  z.object({ kind: z.literal("open"), ...Broken }),
  z.object({ kind: z.literal("probing"), ...Broken, probe: z.string() }),
]);
export type BreakerState = z.infer<typeof BreakerState>;

/** Nothing is known against the service. */
export const CLOSED: BreakerState = { kind: "closed", troubles: 0 };

/** How long to wait before a message may go, in milliseconds; 0 lets it go now. */
export function waitOf(
  state: BreakerState,
  now: Date,
  { longest, wish, probe }: BreakerPolicy,
): number {
  if (state.kind === "closed") return 0;
  const wait = state.until.getTime() - now.getTime();
  // Longer than anything may be waited for: the clock was ahead when that was written.
  if (wait > Math.max(longest, wish, probe)) return 0;
  return Math.max(0, wait);
}

/** The one message that is let through after a break, and when it began. */
export interface Probe {
  id: string;
  now: Date;
}

/** The state once a message is let through: after a break, it is the one probe. */
export function admitted(
  state: BreakerState,
  probe: Probe,
  policy: BreakerPolicy,
): BreakerState {
  if (state.kind === "closed") return state;
  const { opened, reason } = state;
  const until = new Date(probe.now.getTime() + policy.probe);
  return { kind: "probing", until, opened, reason, probe: probe.id };
}

/** The state after the service did its work, whatever it said of the recipient. */
export function afterAnswer(state: BreakerState): BreakerState {
  // What was under way when it opened is answered late; only a probe closes it again.
  return state.kind === "open" ? state : CLOSED;
}

/** The state after a probe that came to nothing: another may be made at once. */
export function afterNoProbe(state: BreakerState, now: Date): BreakerState {
  if (state.kind !== "probing") return state;
  const { opened, reason } = state;
  return { kind: "open", until: now, opened, reason };
}

/** What went wrong with the service, and when. */
export interface Trouble {
  now: Date;
  reason: string;
  /** The service's own wish, in milliseconds. */
  retryAfter?: number | undefined;
  /** Whether it cannot even be reached. */
  isOutage?: boolean | undefined;
}

/** The state after trouble with the service itself. */
export function afterTrouble(
  state: BreakerState,
  trouble: Trouble,
  policy: BreakerPolicy,
): BreakerState {
  // What was under way when it opened says nothing new.
  if (state.kind === "open") return state;
  if (state.kind === "closed") {
    const troubles = state.troubles + 1;
    const opens = troubles >= policy.threshold || trouble.isOutage ||
      trouble.retryAfter !== undefined;
    if (!opens) return { kind: "closed", troubles };
  }
  const opened = state.kind === "probing" ? state.opened + 1 : 1;
  const wish = Math.min(policy.wish, trouble.retryAfter ?? 0);
  const wait = Math.max(backoff(opened, policy), wish);
  const until = new Date(trouble.now.getTime() + wait);
  return { kind: "open", until, opened, reason: trouble.reason };
}
