/** How many may be inside. */
export interface BulkheadLimits {
  /** All together. */
  inFlight: number;
  /** Those of one owner. */
  ownerInFlight: number;
}

interface Lane {
  inside: number;
  waiting: (() => void)[];
}

/**
 * Holds messages back under a limit of concurrency for each owner and for all. The limit of an
 * owner is never more than the places that are still free, so that one more owner always finds
 * one; places that become free go to the owners in turns.
 */
export class Bulkhead {
  readonly #limits: BulkheadLimits;
  /** The owners who are inside or wait. */
  readonly #lanes = new Map<string, Lane>();
  /** Whose turn was the last. */
  #last = "";
  #inside = 0;

  constructor(limits: BulkheadLimits) {
    this.#limits = limits;
  }

  /** Waits for a place, unless there is one at once; each `enter` needs its `leave`. */
  enter(ownerId: string): Promise<void> | undefined {
    const lane = this.#lanes.getOrInsertComputed(
      ownerId,
      () => ({ inside: 0, waiting: [] }),
    );
    if (lane.waiting.length > 0 || !this.#hasRoom(lane)) {
      return new Promise((resolve) => lane.waiting.push(resolve));
    }
    this.#admit(lane);
    return undefined;
  }

  /** Gives the place to the next who waits. */
  leave(ownerId: string): void {
    const lane = this.#lanes.get(ownerId);
    if (!lane) return;
    lane.inside--;
    this.#inside--;
    if (lane.inside === 0 && lane.waiting.length === 0) {
      this.#lanes.delete(ownerId);
    }
    while (this.#admitNext());
  }

  /** Admits one of the owner whose turn it is: the next by id after the last. */
  #admitNext(): boolean {
    let first: string | undefined;
    let next: string | undefined;
    for (const [ownerId, lane] of this.#lanes) {
      if (lane.waiting.length === 0 || !this.#hasRoom(lane)) continue;
      if (first === undefined || ownerId < first) first = ownerId;
      if (ownerId <= this.#last) continue;
      if (next === undefined || ownerId < next) next = ownerId;
    }
    const chosen = next ?? first;
    const lane = chosen === undefined ? undefined : this.#lanes.get(chosen);
    if (chosen === undefined || !lane) return false;
    this.#last = chosen;
    this.#admit(lane);
    lane.waiting.shift()?.();
    return true;
  }

  #admit(lane: Lane): void {
    lane.inside++;
    this.#inside++;
  }

  #hasRoom({ inside }: Lane): boolean {
    const free = this.#limits.inFlight - this.#inside;
    return inside < Math.min(this.#limits.ownerInFlight, free);
  }
}
