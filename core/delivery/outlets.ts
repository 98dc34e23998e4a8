import { Stride } from "./stride.ts";
import type { Store } from "../storage/mod.ts";
import type { BreakerState } from "./breaker.ts";
import { Bulkhead } from "./bulkhead.ts";
import { type KnownDoor, KnownDoors } from "./known_doors.ts";
import type { Limit } from "./limit.ts";
import { EVERYBODY } from "./limit_records.ts";
import { Outlet } from "./outlet.ts";
import { keepersOf, type LimitKeepers, OwnLimits } from "./own_limits.ts";
import { OwnerBreaker } from "./owner_breaker.ts";
import type { Policy } from "./policy.ts";

/** What outlets are made of. */
export interface OutletsParts {
  store: Store;
  /** The transport's name. */
  service: string;
  policy: Pick<
    Policy,
    | "claimBatch"
    | "blockSize"
    | "breaker"
    | "inFlight"
    | "ownerInFlight"
    | "limits"
  >;
  /** Messages that the service has use for at once. */
  atOnce?: number | undefined;
  /** Waits for a limit, in milliseconds. */
  wait?: (ms: number) => Promise<void>;
}

/** An outlet and the breaker in it. */
interface Made {
  outlet: Outlet;
  breaker: OwnerBreaker;
}

/** Whose name the service's own mail goes out in: it has a breaker of its own. */
export const ACCOUNT = "account";

/** All outlets of a worker process: one per owner, made when first asked for. */
export class Outlets {
  readonly #parts: OutletsParts;
  readonly #doors: KnownDoors;
  readonly #flight: Bulkhead;
  readonly #handover: Bulkhead;
  /** What keeps the limits of the service as a whole. */
  readonly #shared: LimitKeepers;
  readonly #made = new Map<string, Made>();
  /** The breakers that are not closed, as of the last refresh. */
  #known = new Map<string, BreakerState>();

  constructor(parts: OutletsParts) {
    this.#parts = parts;
    const { limits } = parts.policy;
    this.#doors = new KnownDoors({ ...parts, limits });
    this.#flight = new Bulkhead(parts.policy);
    const { inFlight, ownerInFlight } = parts.policy;
    const { atOnce = inFlight } = parts;
    this.#handover = new Bulkhead({
      inFlight: Math.min(inFlight, atOnce),
      ownerInFlight,
    });
    this.#shared = this.#keepersOf(EVERYBODY, limits.service);
  }

  /** The outlet of an owner. */
  of(ownerId: string): Outlet {
    return this.#made.getOrInsertComputed(ownerId, () => this.#make(ownerId))
      .outlet;
  }

  /** Learns what other workers found out about the owners in use. */
  async refresh(): Promise<void> {
    const before = new Map(
      [...this.#made.values()].map(({ breaker }) => [breaker, breaker.changes]),
    );
    this.#known = await this.#doors.broken();
    for (const [ownerId, { breaker }] of this.#made) {
      const isStill = before.get(breaker) === breaker.changes;
      if (isStill) breaker.learn(this.#known.get(ownerId));
    }
  }

  /** Everything that is closed for now, as all workers see it. */
  closedDoors(): Promise<KnownDoor[]> {
    return this.#doors.list();
  }

  /** What holds back the mail of one owner, if anything does, as all workers see it. */
  closedDoorOf(ownerId: string): Promise<KnownDoor | undefined> {
    return this.#doors.of(ownerId);
  }

  /** Settles once every probe of this process is over. */
  async idle(): Promise<void> {
    for (const { breaker } of this.#made.values()) await breaker.idle();
  }

  /** Forgets what is kept of an owner. */
  async forget(ownerId: string): Promise<void> {
    await this.#doors.forget(ownerId);
    this.#made.delete(ownerId);
  }

  #make(ownerId: string): Made {
    const { store, service, policy } = this.#parts;
    const breaker = new OwnerBreaker({
      store,
      service,
      ownerId,
      records: this.#doors.breakers,
      policy: policy.breaker,
    });
    breaker.learn(this.#known.get(ownerId));
    const outlet = new Outlet({
      ownerId,
      breaker,
      flight: this.#flight,
      handover: this.#handover,
      limits: this.#limitsOf(ownerId),
      stride: new Stride(policy.claimBatch * policy.blockSize),
    });
    return { outlet, breaker };
  }

  #limitsOf(ownerId: string): OwnLimits {
    if (ownerId === ACCOUNT) return new OwnLimits(this.#shared);
    const { owner } = this.#parts.policy.limits;
    return new OwnLimits(this.#keepersOf(ownerId, owner), this.#shared);
  }

  #keepersOf(holder: string, limit: Limit): LimitKeepers {
    const { store, service, wait = realWait } = this.#parts;
    const records = this.#doors.limits;
    return keepersOf({ store, records, holder, service, limit, wait });
  }
}

function realWait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
