import { runNameOf, type RunRef } from "../mailings/run.ts";
import type { Policy } from "./policy.ts";

/** A shard in hand. */
interface Held {
  run: RunRef;
  ending: AbortController;
  since: Date;
}

/** How many shards may be in hand. */
export type HandLimits = Pick<
  Policy,
  "couriers" | "ownerCouriers" | "runCouriers"
>;

/**
 * The shards that a worker has in hand. An owner, and a run among its owner's, never gets
 * more than what is still free, so that the next one finds something left.
 */
export class Hands {
  readonly #limits: HandLimits;
  readonly #held = new Map<string, Held>();
  readonly #ofRun = new Map<string, number>();
  readonly #ofOwner = new Map<string, number>();

  constructor(limits: HandLimits) {
    this.#limits = limits;
  }

  /** How many shards are in hand. */
  get size(): number {
    return this.#held.size;
  }

  /** The names of the runs of which any is in hand. */
  get runs(): Iterable<string> {
    return this.#ofRun.keys();
  }

  /** How many shards of a run are in hand. */
  ofRun(run: RunRef): number {
    return this.#ofRun.get(runNameOf(run)) ?? 0;
  }

  /** How many shards of its owner are in hand. */
  ofOwner({ ownerId }: RunRef): number {
    return this.#ofOwner.get(ownerId) ?? 0;
  }

  /** Whether a shard is in hand. */
  has(key: string): boolean {
    return this.#held.has(key);
  }

  /** Whether one more shard of a run may be taken. */
  hasRoomFor(run: RunRef): boolean {
    const { couriers, ownerCouriers, runCouriers } = this.#limits;
    const ofOwner = this.ofOwner(run);
    const free = couriers - this.size;
    const freeForOwner = ownerCouriers - ofOwner;
    return ofOwner < Math.min(ownerCouriers, free) &&
      this.ofRun(run) < Math.min(runCouriers, freeForOwner);
  }

  /** Takes a shard in hand; the signal is to end it before it is done. */
  take(key: string, run: RunRef, since: Date): AbortSignal {
    const ending = new AbortController();
    this.#held.set(key, { run, ending, since });
    this.#ofRun.set(runNameOf(run), this.ofRun(run) + 1);
    this.#ofOwner.set(run.ownerId, this.ofOwner(run) + 1);
    return ending.signal;
  }

  /** Lets a shard go. */
  drop(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    lower(this.#ofRun, runNameOf(held.run));
    lower(this.#ofOwner, held.run.ownerId);
  }

  /**
   * Ends one shard early in favour of a run that has none: of the owner and the run with the
   * most; where nobody has two, the one held longest, if it had its turn.
   */
  makeRoomFor(run: RunRef, turnBegan: Date): void {
    const isOwnerFull = this.ofOwner(run) >= this.#limits.ownerCouriers;
    const candidates = [...this.#held.values()]
      .filter((held) => !isOwnerFull || held.run.ownerId === run.ownerId);
    // One that is ending already makes room enough.
    if (candidates.some(({ ending }) => ending.signal.aborted)) return;
    const [first] = candidates.sort((a, b) =>
      this.ofOwner(b.run) - this.ofOwner(a.run) ||
      this.ofRun(b.run) - this.ofRun(a.run) ||
      a.since.getTime() - b.since.getTime()
    );
    if (!first) return;
    const hasTwo = this.ofRun(first.run) > 1 ||
      (!isOwnerFull && this.ofOwner(first.run) > this.ofOwner(run) + 1);
    if (hasTwo || first.since <= turnBegan) first.ending.abort();
  }
}

function lower(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
