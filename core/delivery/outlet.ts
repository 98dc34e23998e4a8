import type { Bulkhead } from "./bulkhead.ts";
import type { ClosedDoor } from "./closed_door.ts";
import type { Outcome } from "./outcome.ts";
import type { OwnLimits } from "./own_limits.ts";
import type { Admission, OwnerBreaker } from "./owner_breaker.ts";
import type { Stride } from "./stride.ts";

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
  /** Places until an outcome is durable; one for all outlets of a worker process. */
  flight: Bulkhead;
  /** Places until the service has answered: what is handed over can no longer be held back. */
  handover: Bulkhead;
  limits: OwnLimits;
  stride: Stride;
}

/** One owner's way to the mail service: its breaker, its places and its limits together. */
export class Outlet {
  readonly #parts: OutletParts;

  constructor(parts: OutletParts) {
    this.#parts = parts;
  }

  /** Whether the service has to prove itself: one message at most is let through. */
  get isOnTrial(): boolean {
    return !this.#parts.breaker.isClosed;
  }

  /** How many recipients are taken at once for this way. */
  get stride(): Stride {
    return this.#parts.stride;
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
    const { flight, handover, ownerId } = this.#parts;
    await flight.enter(ownerId);
    await handover.enter(ownerId);
    const place = new Place(this.#parts);
    try {
      const admission = await this.#admit(mayGoOn);
      if (admission) return new OwnPass(place, this.#parts.breaker, admission);
    } catch (error) {
      place.leave();
      throw error;
    }
    place.leave();
    return undefined;
  }

  // The breaker comes last: nobody is to wait for anything while a probe is theirs.
  async #admit(mayGoOn: () => boolean): Promise<Admission | undefined> {
    const { breaker, limits, ownerId } = this.#parts;
    if (!mayGoOn() || !await limits.allow({ ownerId, mayGoOn })) {
      return undefined;
    }
    return await breaker.admit();
  }
}

/** What a message holds on its way. */
class Place {
  readonly #parts: OutletParts;
  #isHandedOver = false;
  #isLeft = false;

  constructor(parts: OutletParts) {
    this.#parts = parts;
  }

  /** The service has answered. */
  endHandover(): void {
    if (this.#isHandedOver) return;
    this.#isHandedOver = true;
    const { handover, ownerId } = this.#parts;
    handover.leave(ownerId);
  }

  /** Nothing is left to be done. */
  leave(): void {
    if (this.#isLeft) return;
    this.#isLeft = true;
    this.endHandover();
    const { flight, ownerId } = this.#parts;
    flight.leave(ownerId);
  }
}

class OwnPass implements Pass {
  readonly #place: Place;
  readonly #breaker: OwnerBreaker;
  readonly #admission: Admission;
  /** Reported, or given back. */
  #isSettled = false;

  constructor(place: Place, breaker: OwnerBreaker, admission: Admission) {
    this.#place = place;
    this.#breaker = breaker;
    this.#admission = admission;
  }

  async report(outcome: Outcome): Promise<void> {
    this.#place.endHandover();
    await this.#breaker.report(this.#admission, outcome);
    this.#isSettled = true;
  }

  leave(): void {
    if (!this.#isSettled) void this.#breaker.giveBack(this.#admission);
    this.#isSettled = true;
    this.#place.leave();
  }
}
