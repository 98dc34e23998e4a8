import type { ClosedDoor } from "./closed_door.ts";
import { DayQuota } from "./day_quota.ts";
import type { Limit } from "./limit.ts";
import type { LimitParts } from "./limit_records.ts";
import { Pace, type PaceParts, type Request, type Token } from "./pace.ts";

/** What one limit is kept with. */
export type KeptLimitParts =
  & LimitParts
  & Pick<PaceParts, "wait">
  & { limit: Limit };

/** One limit as it is kept: a rate, a day's messages, or neither. */
export interface LimitKeepers {
  paces: Pace[];
  days: DayQuota[];
}

// A message may wait for one rate so long that its right under another has passed. That it
// passes again while that is asked for anew is let go after so many rounds.
const ROUNDS = 3;

/** What keeps a limit; nothing at all where there is none. */
export function keepersOf(
  { limit: { rate, burst, daily }, wait, ...parts }: KeptLimitParts,
): LimitKeepers {
  return {
    paces: rate === undefined ? [] : [
      new Pace({
        ...parts,
        wait,
        limit: { rate, burst: burst ?? Math.ceil(rate) },
      }),
    ],
    days: daily === undefined ? [] : [new DayQuota({ ...parts, daily })],
  };
}

/** All limits that the messages of one owner are under. */
export class OwnLimits {
  readonly #paces: readonly Pace[];
  readonly #days: readonly DayQuota[];

  constructor(...keepers: readonly LimitKeepers[]) {
    this.#paces = keepers.flatMap(({ paces }) => paces);
    this.#days = keepers.flatMap(({ days }) => days);
  }

  /** Why nothing may be started for now: a day's messages are used up. */
  get closedDoor(): ClosedDoor | undefined {
    return this.#days.find(({ closedDoor }) => closedDoor)?.closedDoor;
  }

  /** Waits until a message may be started; false if none may, or none is wanted any more. */
  allow(request: Request): Promise<boolean> | boolean {
    const isLimited = this.#paces.length > 0 || this.#days.length > 0;
    return isLimited ? this.#allow(request) : true;
  }

  async #allow(request: Request): Promise<boolean> {
    const tokens = new Map<Pace, Token>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const pace of this.#paces) {
        const kept = tokens.get(pace);
        if (kept && pace.isFresh(kept)) continue;
        const token = await pace.take(request);
        if (!token) return false;
        tokens.set(pace, token);
      }
    }
    for (const day of this.#days) if (!await day.take()) return false;
    return true;
  }
}
