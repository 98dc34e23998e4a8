import { z } from "zod";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import {
  admitted,
  afterAnswer,
  afterTrouble,
  type BreakerState,
  CLOSED,
  waitOf,
} from "./breaker.ts";
import type { BreakerPolicy } from "./policy.ts";

const Since = { until: z.date(), opened: z.number(), reason: z.string() };

const Breaker = z.object({
  /** The transport's name. */
  id: z.string(),
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("closed"), troubles: z.number() }),
    z.object({ kind: z.literal("open"), ...Since }),
    z.object({ kind: z.literal("probing"), ...Since }),
  ]),
});
type Breaker = z.infer<typeof Breaker>;

/** What is to be known to guard a mail service. */
export interface ServiceGuardParts {
  store: Store;
  /** The transport's name. */
  service: string;
  policy: BreakerPolicy;
}

/**
 * The circuit breaker of one mail service, kept in KV and seen by all workers. A closed
 * breaker is asked in memory alone; single troubles are counted by each worker for itself.
 */
export class ServiceGuard {
  readonly #store: Store;
  readonly #service: string;
  readonly #policy: BreakerPolicy;
  readonly #breakers: Collection<Breaker>;
  #state: BreakerState = CLOSED;

  constructor({ store, service, policy }: ServiceGuardParts) {
    this.#store = store;
    this.#service = service;
    this.#policy = policy;
    this.#breakers = new Collection<Breaker>(store, {
      name: "breakers",
      schema: Breaker,
      version: 1,
      indexes: {},
    });
  }

  /** Learns what other workers found out. */
  async refresh(): Promise<void> {
    const state = await this.kept();
    if (state.kind !== "closed" || this.#state.kind !== "closed") {
      this.#state = state;
    }
  }

  /** What all workers know of the service; this one goes on with what it knows itself. */
  async kept(): Promise<BreakerState> {
    return (await this.#breakers.find(this.#service))?.state ?? CLOSED;
  }

  /** Why nothing may be sent for now, if so. */
  get closedDoor(): { reason: string; until: Date } | undefined {
    if (
      this.#state.kind === "closed" ||
      waitOf(this.#state, this.#store.now()) === 0
    ) {
      return undefined;
    }
    const { reason, until } = this.#state;
    return { reason, until };
  }

  /** Whether one message may be started now; after a break only one worker is let through. */
  async admit(): Promise<boolean> {
    if (this.#state.kind === "closed") return true;
    if (this.closedDoor) return false;
    return await this.#store.transact(async (tx) => {
      const state = await this.#keptIn(tx);
      this.#state = state;
      if (state.kind === "closed") return true;
      const now = this.#store.now();
      if (waitOf(state, now) > 0) return false;
      this.#keep(tx, admitted(state, now, this.#policy));
      return true;
    });
  }

  /** The service did its work, whatever it said of the recipient. */
  async answered(): Promise<void> {
    if (this.#state.kind === "closed") this.#state = afterAnswer(this.#state);
    else await this.#change(afterAnswer);
  }

  /** The service itself is in trouble. */
  async troubled(
    trouble: { reason: string; retryAfter?: number },
  ): Promise<void> {
    const now = this.#store.now();
    const next = afterTrouble(this.#state, { ...trouble, now }, this.#policy);
    if (next.kind === "closed") this.#state = next;
    else if (this.#state.kind !== "open") {
      // This worker stops at once; the others learn of it from the store.
      this.#state = next;
      await this.#change(() => next);
    }
  }

  async #change(change: (state: BreakerState) => BreakerState): Promise<void> {
    await this.#store.transact(async (tx) => {
      this.#keep(tx, change(await this.#keptIn(tx)));
    });
  }

  async #keptIn(tx: Transaction): Promise<BreakerState> {
    return (await this.#breakers.find(this.#service, tx))?.state ?? CLOSED;
  }

  #keep(tx: Transaction, state: BreakerState): void {
    this.#state = state;
    this.#breakers.put({ id: this.#service, state }, {}, tx);
  }
}
