import { dayOf } from "../attempts/attempt_counters.ts";
import type { ClosedDoor } from "./closed_door.ts";
import {
  changeLimit,
  type KeptLimit,
  type LimitParts,
} from "./limit_records.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** Messages that are reserved at once, at most. */
const MOST = 100;

/** What a day's messages are counted with. */
export interface DayQuotaParts extends LimitParts {
  /** Messages a day. */
  daily: number;
}

/** The messages of one day, which begins at midnight UTC; shared by all workers. */
export class DayQuota {
  readonly #parts: DayQuotaParts;
  #reserved = { day: 0, left: 0 };
  #usedUpUntil: Date | undefined;
  #reserving: Promise<void> | undefined;

  constructor(parts: DayQuotaParts) {
    this.#parts = parts;
  }

  /** Why nothing may be started for now: the day's messages are used up. */
  get closedDoor(): ClosedDoor | undefined {
    const until = this.#usedUpUntil;
    const now = this.#parts.store.now();
    // Any other renewal is over, or was foreseen by a clock that was ahead.
    if (until?.getTime() !== renewalAfter(now).getTime()) return undefined;
    return doorOf(this.#parts.daily, until);
  }

  /** Takes one of the day's messages; false if they are used up. */
  async take(): Promise<boolean> {
    while (!this.closedDoor) {
      const { day, left } = this.#reserved;
      if (left > 0 && day === dayOf(this.#parts.store.now())) {
        this.#reserved.left--;
        return true;
      }
      this.#reserving ??= this.#reserve()
        .finally(() => this.#reserving = undefined);
      await this.#reserving;
    }
    return false;
  }

  async #reserve(): Promise<void> {
    const { daily } = this.#parts;
    const { got, now } = await changeLimit(this.#parts, (kept, now) => {
      const day = dayOf(now);
      const used = kept.today?.day === day ? kept.today.used : 0;
      const got = shareOf(Math.max(0, daily - used));
      return { next: { ...kept, today: { day, used: used + got } }, got };
    });
    this.#reserved = { day: dayOf(now), left: got };
    if (got === 0) this.#usedUpUntil = renewalAfter(now);
  }
}

/** The door that a day's messages close, if all of them are taken. */
export function doorOfDay(
  { today }: KeptLimit,
  { daily, now }: { daily: number; now: Date },
): ClosedDoor | undefined {
  const isUsedUp = today?.day === dayOf(now) && today.used >= daily;
  return isUsedUp ? doorOf(daily, renewalAfter(now)) : undefined;
}

function doorOf(daily: number, until: Date): ClosedDoor {
  const reason = `the daily limit of ${daily} messages is used up`;
  return { kind: "limit", reason, until };
}

// The nearer the end, the fewer at once: what one worker reserved and does not need is not
// sent that day.
function shareOf(left: number): number {
  return Math.min(MOST, Math.ceil(left / 20));
}

function renewalAfter(now: Date): Date {
  return new Date((dayOf(now) + 1) * DAY);
}
