import type { Store } from "../storage/mod.ts";
import type { BreakerState } from "./breaker.ts";
import { type BreakerRecords, breakerRecords } from "./breaker_records.ts";
import type { ClosedDoor } from "./closed_door.ts";
import { doorOfDay } from "./day_quota.ts";
import type { Limits } from "./limit.ts";
import { EVERYBODY, type LimitRecords, limitRecords } from "./limit_records.ts";

/** Somebody's way out that is closed for now. */
export interface KnownDoor {
  /** Undefined where it is the way of all. */
  ownerId: string | undefined;
  /** Whether one message is trying the service. */
  isProbing: boolean;
  door: ClosedDoor;
}

/** Where to look for closed doors. */
export interface KnownDoorsParts {
  store: Store;
  /** The transport's name. */
  service: string;
  limits: Limits;
}

/** What all workers know of what is closed. */
export class KnownDoors {
  readonly breakers: BreakerRecords;
  readonly limits: LimitRecords;
  readonly #parts: KnownDoorsParts;

  constructor(parts: KnownDoorsParts) {
    this.#parts = parts;
    this.breakers = breakerRecords(parts.store);
    this.limits = limitRecords(parts.store);
  }

  /** Everything that is closed for now. */
  async list(): Promise<KnownDoor[]> {
    const doors: KnownDoor[] = [];
    for (const [ownerId, state] of await this.broken()) {
      if (state.kind === "closed") continue;
      doors.push(doorOfBreaker(ownerId, state));
    }
    return [...await this.#usedUp(), ...doors];
  }

  /** What holds back the mail of one owner, if anything does. */
  async of(ownerId: string): Promise<KnownDoor | undefined> {
    const { store, service, limits } = this.#parts;
    const state = (await this.breakers.of(ownerId).find(service))?.state;
    if (state && state.kind !== "closed") return doorOfBreaker(ownerId, state);
    for (const holder of [EVERYBODY, ownerId]) {
      const { daily } = holder === EVERYBODY ? limits.service : limits.owner;
      if (!daily) continue;
      const kept = await this.limits.of(holder).find(service);
      const door = kept && doorOfDay(kept, { daily, now: store.now() });
      if (door) return { ownerId, isProbing: false, door };
    }
    return undefined;
  }

  /** The breakers that are not closed, by owner. */
  async broken(): Promise<Map<string, BreakerState>> {
    const kept = new Map<string, BreakerState>();
    const { service } = this.#parts;
    for await (const { record } of this.breakers.everywhere().iterate()) {
      if (record.id === service) kept.set(record.ownerId, record.state);
    }
    return kept;
  }

  /** Forgets what is kept of an owner. */
  async forget(ownerId: string): Promise<void> {
    const { store, service } = this.#parts;
    await store.transact(async (tx) => {
      for (const records of [this.breakers, this.limits]) {
        const own = records.of(ownerId);
        if (await own.find(service, tx)) await own.remove(service, tx);
      }
    });
  }

  async #usedUp(): Promise<KnownDoor[]> {
    const { store, service, limits } = this.#parts;
    const doors: KnownDoor[] = [];
    if (!limits.service.daily && !limits.owner.daily) return doors;
    for await (const { record } of this.limits.everywhere().iterate()) {
      const isShared = record.holder === EVERYBODY;
      const { daily } = isShared ? limits.service : limits.owner;
      const door = daily && doorOfDay(record, { daily, now: store.now() });
      if (!door || record.id !== service) continue;
      const ownerId = isShared ? undefined : record.holder;
      doors.push({ ownerId, isProbing: false, door });
    }
    return doors;
  }
}

function doorOfBreaker(
  ownerId: string,
  { reason, until, kind }: Exclude<BreakerState, { kind: "closed" }>,
): KnownDoor {
  const door: ClosedDoor = { kind: "breaker", reason, until };
  return { ownerId, isProbing: kind === "probing", door };
}
