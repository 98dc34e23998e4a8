import type { Bulkhead } from "./bulkhead.ts";
import type { ClosedDoor } from "./closed_door.ts";
import type { Outcome } from "./outcome.ts";
import type { OwnLimits } from "./own_limits.ts";
import type { Admission, OwnerBreaker } from "./owner_breaker.ts";

/** The right to start one message. */
export interface Pass {
  /** What the service answered: closes or opens the breaker. At most once. */
  report(outcome: Outcome): Promise<void>;
  /** Gives the place back; a probe that was left without a report lets another probe at once. */
  leave(): void;
}

/** What an outlet is made of. */
export interface OutletParts {
  ownerId: string;
  breaker: OwnerBreaker;
  /** One for all outlets of a worker process. */
  bulkhead: Bulkhead;
  limits: OwnLimits;
}

/** One owner's way to the mail service: its breaker, its places and its limits together. */
export class Outlet {
  readonly #parts: OutletParts;
  #inside = 0;

  constructor(parts: OutletParts) {
    this.#parts = parts;
  }

  /** Messages under way. */
  get inside(): number {
    return this.#inside;
  }

  /** Whether the service has to prove itself: one message at most is let through. */
  get isOnTrial(): boolean {
    return !this.#parts.breaker.isClosed;
  }

  /** Why nothing may be started for now, if so. */
  get closedDoor(): ClosedDoor | undefined {
    const { breaker, limits } = this.#parts;
    return breaker.closedDoor ?? limits.closedDoor;
  }

  /**
   * Waits for a place under the limits; undefined if nothing may be started for now, or once
   * `mayGoOn` says so while it waits.
   */
  async enter(mayGoOn: () => boolean = () => true): Promise<Pass | undefined> {
    if (this.closedDoor) return undefined;
    await this.#takePlace();
    try {
      const admission = await this.#admit(mayGoOn);
      if (admission) return this.#passFor(admission);
    } catch (error) {
      this.#leave();
      throw error;
    }
    this.#leave();
    return undefined;
  }

  async #takePlace(): Promise<void> {
    const { bulkhead, ownerId } = this.#parts;
    await bulkhead.enter(ownerId);
    this.#inside++;
  }

  // The breaker comes last: nobody is to wait for anything while a probe is theirs.
  async #admit(mayGoOn: () => boolean): Promise<Admission | undefined> {
    const { breaker, limits, ownerId } = this.#parts;
    if (!mayGoOn() || !await limits.allow({ ownerId, mayGoOn })) {
      return undefined;
    }
    return await breaker.admit();
  }

  #passFor(admission: Admission): Pass {
    const { breaker } = this.#parts;
    let isReported = false;
    let isLeft = false;
    return {
      async report(outcome) {
        await breaker.report(admission, outcome);
        isReported = true;
      },
      leave: () => {
        if (isLeft) return;
        isLeft = true;
        if (!isReported) void breaker.giveBack(admission);
        this.#leave();
      },
    };
  }

  #leave(): void {
    const { bulkhead, ownerId } = this.#parts;
    this.#inside--;
    bulkhead.leave(ownerId);
  }
}
