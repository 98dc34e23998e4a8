import { newId, type Store, type Transaction } from "../storage/mod.ts";
import {
  admitted,
  afterAnswer,
  afterNoProbe,
  afterTrouble,
  type BreakerState,
  CLOSED,
  type Trouble,
  waitOf,
} from "./breaker.ts";
import type { BreakerRecords } from "./breaker_records.ts";
import type { ClosedDoor } from "./closed_door.ts";
import type { Outcome } from "./outcome.ts";
import type { BreakerPolicy } from "./policy.ts";

/** What an owner's breaker works with. */
export interface OwnerBreakerParts {
  store: Store;
  records: BreakerRecords;
  policy: BreakerPolicy;
  ownerId: string;
  /** The transport's name. */
  service: string;
}

/** What lets one message through; after a break it is the one probe. */
export interface Admission {
  probe?: string;
}

/** A probe that this worker has under way. */
interface OwnProbe {
  id: string;
  /** Whether all workers may know of it yet. */
  isKept: boolean;
  /** Settled once its end is written down. */
  ended: PromiseWithResolvers<void>;
}

const FREE: Admission = {};

/**
 * The circuit breaker between one owner and the mail service, kept in KV and seen by all
 * workers. A closed breaker is asked in memory alone; single troubles are counted by each
 * worker for itself. Only a probe's outcome changes what is known once it has opened.
 */
export class OwnerBreaker {
  readonly #parts: OwnerBreakerParts;
  #state: BreakerState = CLOSED;
  #probing: OwnProbe | undefined;
  #changes = 0;

  constructor(parts: OwnerBreakerParts) {
    this.#parts = parts;
  }

  /** Counts what this worker found out by itself: what was read before says less. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the service is used without restraint. */
  get isClosed(): boolean {
    return this.#state.kind === "closed";
  }

  /** Why nothing may be sent for now, if so; a probe of this worker's own is no reason. */
  get closedDoor(): ClosedDoor | undefined {
    const { store, policy } = this.#parts;
    if (this.#state.kind === "closed" || this.#probing) return undefined;
    if (waitOf(this.#state, store.now(), policy) === 0) return undefined;
    const { reason, until } = this.#state;
    return { kind: "breaker", reason, until };
  }

  /** Takes over what all workers know. */
  learn(kept: BreakerState | undefined): void {
    if (this.#probing && !isTakenOver(this.#probing, kept)) return;
    this.#release();
    if (kept || this.#state.kind !== "closed") this.#state = kept ?? CLOSED;
  }

  /** Lets a message through, if it may go; waits for the end of a probe of this worker's own. */
  admit(): Promise<Admission | undefined> | Admission {
    const isFree = this.#state.kind === "closed" && !this.#probing;
    return isFree ? FREE : this.#admit();
  }

  async #admit(): Promise<Admission | undefined> {
    while (this.#probing) await this.#probing.ended.promise;
    if (this.#state.kind === "closed") return FREE;
    if (this.closedDoor) return undefined;
    return await this.#probe();
  }

  /** Hears what the service answered to a message that was let through. */
  report(
    { probe }: Admission,
    outcome: Outcome,
  ): Promise<void> | undefined {
    if (probe) return this.#endProbe(probe, outcome);
    if (this.#state.kind !== "closed") return undefined;
    if (outcome.kind === "unavailable") return this.#countTrouble(outcome);
    this.#state = afterAnswer(this.#state);
    return undefined;
  }

  /** Lets another probe instead of one that came to nothing; settles once all may know. */
  async giveBack({ probe }: Admission): Promise<void> {
    if (!probe) return;
    this.#set(afterNoProbe(this.#state, this.#parts.store.now()));
    try {
      await this.#change((kept) =>
        isProbedBy(kept, probe)
          ? afterNoProbe(kept, this.#parts.store.now())
          : kept
      );
    } catch {
      // Another is let through once the time for this one is up.
    }
    this.#release();
  }

  /** Settles once no probe of this worker's own is under way. */
  async idle(): Promise<void> {
    while (this.#probing) await this.#probing.ended.promise;
  }

  async #probe(): Promise<Admission | undefined> {
    const { store, policy } = this.#parts;
    const probe = newId(store.now());
    const own: OwnProbe = {
      id: probe,
      isKept: false,
      ended: Promise.withResolvers(),
    };
    this.#probing = own;
    try {
      const state = await this.#change((kept) => {
        const now = store.now();
        if (waitOf(kept, now, policy) > 0) return kept;
        return admitted(kept, { id: probe, now }, policy);
      });
      own.isKept = isProbedBy(state, probe);
      if (own.isKept) return { probe };
      this.#release();
      return state.kind === "closed" ? FREE : undefined;
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  async #endProbe(probe: string, outcome: Outcome): Promise<void> {
    const change = (state: BreakerState) =>
      outcome.kind === "unavailable"
        ? afterTrouble(state, this.#troubleOf(outcome), this.#parts.policy)
        : afterAnswer(state);
    // Of a probe that took too long another has taken the place.
    await this.#change((kept) => isProbedBy(kept, probe) ? change(kept) : kept);
    this.#release();
  }

  async #countTrouble(
    outcome: Outcome & { kind: "unavailable" },
  ): Promise<void> {
    const { policy } = this.#parts;
    const next = afterTrouble(this.#state, this.#troubleOf(outcome), policy);
    // This worker stops at once; the others learn of it from the store.
    this.#set(next);
    if (next.kind === "closed") return;
    await this.#change((kept) => kept.kind === "closed" ? next : kept);
  }

  #troubleOf(outcome: Outcome & { kind: "unavailable" }): Trouble {
    const { reply: reason, retryAfter, isOutage } = outcome;
    return { now: this.#parts.store.now(), reason, retryAfter, isOutage };
  }

  /** Changes what all workers know and takes it over. */
  async #change(
    change: (kept: BreakerState) => BreakerState,
  ): Promise<BreakerState> {
    this.#changes++;
    const state = await this.#parts.store.transact(async (tx) => {
      const kept = await this.#keptIn(tx);
      const next = change(kept);
      if (next !== kept) await this.#keep(next, tx);
      return next;
    });
    this.#set(state);
    return state;
  }

  async #keptIn(tx: Transaction): Promise<BreakerState> {
    const { records, ownerId, service } = this.#parts;
    return (await records.of(ownerId).find(service, tx))?.state ?? CLOSED;
  }

  async #keep(state: BreakerState, tx: Transaction): Promise<void> {
    const { records, ownerId, service: id } = this.#parts;
    const own = records.of(ownerId);
    if (state.kind !== "closed") own.put({ id, ownerId, state }, {}, tx);
    else if (await own.find(id, tx)) await own.remove(id, tx);
  }

  #set(state: BreakerState): void {
    this.#state = state;
    this.#changes++;
  }

  #release(): void {
    this.#probing?.ended.resolve();
    this.#probing = undefined;
  }
}

function isProbedBy(state: BreakerState, probe: string): boolean {
  return state.kind === "probing" && state.probe === probe;
}

// A message that takes longer than a probe may is not waited for by those behind it.
function isTakenOver(
  { id, isKept }: OwnProbe,
  kept: BreakerState | undefined,
): boolean {
  return isKept && !(kept && isProbedBy(kept, id));
}
