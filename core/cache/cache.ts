import type { z } from "zod";
import { Invalid } from "../errors.ts";
import type { Collection, Store } from "../storage/mod.ts";
import { BoundedMap } from "./bounded_map.ts";
import { type CachedValue, cacheRecords } from "./cache_records.ts";

/** What a cached value is known by. */
export interface CachePlace {
  area: string;
  key: string;
}

/** A value worth keeping: how long, of which shape, and how it is made. */
export interface Recipe<T> {
  /** For how many milliseconds nobody asks again. */
  fresh: number;
  /** For how many more the old value serves while a new one is made. */
  stale: number;
  /** What a value from the store has to look like; another program may have left it. */
  schema: z.ZodType<T>;
  make: () => Promise<T>;
}

const IN_MEMORY = 500;
/** How long one process may take before another makes the same value. */
const LEASE_MS = 10_000;

/** Values kept in the store with an expiry, and in memory in front of it. */
export class Cache {
  readonly #store: Store;
  readonly #records: Collection<CachedValue>;
  readonly #memory = new BoundedMap<string, CachedValue>(IN_MEMORY);
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly #edits = new Map<string, number>();

  constructor(store: Store) {
    this.#store = store;
    this.#records = cacheRecords(store);
  }

  /** The value of a place: the kept one while it serves, else a new one. One request makes it, the others wait or take the old one. */
  async remember<T>(place: CachePlace, recipe: Recipe<T>): Promise<T> {
    const kept = this.#memory.get(nameOf(place));
    const value = kept && this.#serving(kept, recipe);
    if (!kept || value === undefined) {
      return await this.#once(place, () => this.#load(place, recipe));
    }
    if (kept.freshUntil <= this.#store.now()) this.#refresh(place, recipe);
    return value;
  }

  /** Forgets all of an area: here at once, in other processes when their copies are no longer fresh. */
  async forget(area: string): Promise<void> {
    this.#edits.set(area, this.edits(area) + 1);
    this.#memory.drop((kept) => kept.area === area);
    for (const name of this.#underWay.keys()) {
      // What is being made may rest on what was there before.
      if (name.startsWith(`${area}/`)) this.#underWay.delete(name);
    }
    const batch = this.#store.batch();
    for await (const { record } of this.#records.of(area).iterate()) {
      await batch.unit((tx) => this.#records.of(area).discard(record, tx));
    }
    await batch.finish();
  }

  /** How often an area was forgotten by this process. */
  edits(area: string): number {
    return this.#edits.get(area) ?? 0;
  }

  /** Waits until nothing is being made. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) {
      await Promise.allSettled(this.#underWay.values());
    }
  }

  async #load<T>(place: CachePlace, recipe: Recipe<T>): Promise<T> {
    const kept = await this.#records.of(place.area).find(place.key);
    const value = kept && this.#serving(kept, recipe);
    if (!kept || value === undefined) return await this.#make(place, recipe);
    this.#memory.set(nameOf(place), kept);
    return value;
  }

  #refresh<T>(place: CachePlace, recipe: Recipe<T>): void {
    // If it cannot be made, the old value serves until its time is over.
    this.#once(place, () => this.#renew(place, recipe)).catch(() => {});
  }

  async #renew<T>(place: CachePlace, recipe: Recipe<T>): Promise<void> {
    const { area, key } = place;
    const shared = await this.#records.of(area).find(key);
    if (shared && shared.freshUntil > this.#store.now()) {
      this.#memory.set(nameOf(place), shared);
      return;
    }
    const lease = await this.#store.leases.acquire(`cache/${nameOf(place)}`, {
      ttl: LEASE_MS,
    });
    if (!lease) return;
    try {
      await this.#make(place, recipe);
    } finally {
      await lease.release();
    }
  }

  async #make<T>(place: CachePlace, recipe: Recipe<T>): Promise<T> {
    const edits = this.edits(place.area);
    const value = await recipe.make();
    const now = this.#store.now().getTime();
    const made: CachedValue = {
      ...place,
      value,
      freshUntil: new Date(now + recipe.fresh),
      goneAt: new Date(now + recipe.fresh + recipe.stale),
    };
    if (this.edits(place.area) === edits) await this.#keep(made, edits);
    return value;
  }

  async #keep(made: CachedValue, edits: number): Promise<void> {
    this.#memory.set(nameOf(made), made);
    const shared = this.#records.of(made.area);
    try {
      await this.#store.transact((tx) => shared.put(made, {}, tx));
    } catch (error) {
      // What is too large for the store serves from memory alone.
      if (!(error instanceof Invalid)) throw error;
    }
    if (this.edits(made.area) !== edits) {
      await this.#store.transact((tx) => shared.discard(made, tx));
    }
  }

  #serving<T>(kept: CachedValue, { schema }: Recipe<T>): T | undefined {
    if (kept.goneAt <= this.#store.now()) return undefined;
    const parsed = schema.safeParse(kept.value);
    return parsed.success ? parsed.data : undefined;
  }

  #once<T>(place: CachePlace, work: () => Promise<T>): Promise<T>;
  #once(place: CachePlace, work: () => Promise<unknown>): Promise<unknown> {
    const name = nameOf(place);
    const running = this.#underWay.get(name);
    if (running) return running;
    const made = work().finally(() => {
      if (this.#underWay.get(name) === made) this.#underWay.delete(name);
    });
    this.#underWay.set(name, made);
    return made;
  }
}

function nameOf({ area, key }: CachePlace): string {
  return `${area}/${key}`;
}
