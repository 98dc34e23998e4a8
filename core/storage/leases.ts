import { z } from "zod";
import { newId } from "./ids.ts";
import { rangeWithin } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { LeaseLost } from "./lease_lost.ts";
import { MAX_ENTRIES_AT_ONCE } from "./limits.ts";
import type { Entry, PatientKv } from "./patient_kv.ts";
import { walk } from "./walk.ts";

// The record changes hands only at a take-over, so that work guarded by it does not clash
// with the heartbeats, which lie beside it.
const RECORD = "+lease";
const HEARTBEAT = "+beat";

/** How far the clocks of two workers may lie apart, in milliseconds. */
const MOST_SKEW = 60_000;

const Heartbeat = z.object({ until: z.date(), ttl: z.number().optional() });

/** What the lapse of a lease is measured with. */
export interface LeaseOptions {
  now: () => Date;
}

/** The right to do something alone, as long as it is renewed. */
export class Leases {
  readonly #kv: PatientKv;
  readonly #options: LeaseOptions;

  constructor(kv: PatientKv, options: LeaseOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  /** The lease of that name, for `ttl` milliseconds unless renewed; undefined while another holds it. */
  async acquire(
    name: string,
    { ttl }: { ttl: number },
  ): Promise<Lease | undefined> {
    const now = this.#options.now();
    const [record, heartbeat] = await this.#kv.getMany([[RECORD, name], [
      HEARTBEAT,
      name,
    ]]);
    if (record!.versionstamp && isBeating(heartbeat!, now)) return undefined;
    const holder = newId(now);
    const result = await this.#kv.commit({
      checks: [record!, heartbeat!],
      mutations: [
        { type: "set", key: [RECORD, name], value: { holder } },
        beat(name, { now, ttl }),
      ],
    });
    if (!result.ok) return undefined;
    return new Lease(this.#kv, {
      name,
      holder,
      ttl,
      versionstamp: result.versionstamp,
      now: this.#options.now,
    });
  }

  /** Whether somebody holds the lease of that name now. */
  async isHeld(name: string): Promise<boolean> {
    const [record, heartbeat] = await this.#kv.getMany([[RECORD, name], [
      HEARTBEAT,
      name,
    ]]);
    return Boolean(record!.versionstamp) &&
      isBeating(heartbeat!, this.#options.now());
  }

  /** Removes leases that lapsed so many milliseconds ago: whoever held them died before giving them back. */
  async sweep({ lapsed }: { lapsed: number }): Promise<void> {
    const before = this.#options.now().getTime() - lapsed;
    const source = {
      kv: this.#kv,
      resolve: (records: Entry[]) => this.#lapsedOf(records, before),
    };
    const range = rangeWithin([RECORD], {});
    const batch = MAX_ENTRIES_AT_ONCE;
    for await (
      const { item } of walk(source, { range, reverse: false, batch })
    ) {
      // Whoever takes it over at this moment keeps it: what was read is checked.
      await this.#kv.commit({
        checks: item,
        mutations: item.map(({ key }) => ({ type: "delete", key })),
      });
    }
  }

  /** Record and heartbeat of each lease that lapsed before that instant. */
  async #lapsedOf(
    records: readonly Entry[],
    before: number,
  ): Promise<(Entry[] | undefined)[]> {
    const heartbeats = await this.#kv.getMany(
      records.map(({ key }) => [HEARTBEAT, ...key.slice(1)]),
    );
    return records.map((record, i) => {
      const { until } = beatOf(heartbeats[i]!);
      const isLong = (until?.getTime() ?? -Infinity) < before;
      return isLong ? [record, heartbeats[i]!] : undefined;
    });
  }
}

/** A lease that was acquired; what it guards is committed only while nobody took it over. */
export class Lease {
  readonly name: string;
  /** Tells this holding of the lease from every other. */
  readonly holder: string;
  readonly #kv: PatientKv;
  readonly #ttl: number;
  readonly #now: () => Date;
  readonly #versionstamp: string;
  #lost = false;

  constructor(
    kv: PatientKv,
    made: {
      name: string;
      holder: string;
      ttl: number;
      versionstamp: string;
      now: () => Date;
    },
  ) {
    this.#kv = kv;
    this.name = made.name;
    this.holder = made.holder;
    this.#ttl = made.ttl;
    this.#now = made.now;
    this.#versionstamp = made.versionstamp;
  }

  /** True once it is known that the lease was taken over or released. */
  get lost(): boolean {
    return this.#lost;
  }

  /** The check that fails once the lease was taken over. For the storage alone. */
  get fence(): Deno.AtomicCheck {
    return { key: this.#key, versionstamp: this.#versionstamp };
  }

  /** Holds the lease for another `ttl`; false if it is lost. */
  async renew(): Promise<boolean> {
    if (this.#lost) return false;
    const { ok } = await this.#kv.commit({
      checks: [this.fence],
      mutations: [beat(this.name, { now: this.#now(), ttl: this.#ttl })],
    });
    if (!ok) this.lose();
    return ok;
  }

  /** Gives the lease up at once, so that another can have it; nothing happens if it is lost. */
  async release(): Promise<void> {
    if (this.#lost) return;
    await this.#kv.commit({
      checks: [this.fence],
      mutations: [{ type: "delete", key: this.#key }, {
        type: "delete",
        key: [HEARTBEAT, this.name],
      }],
    });
    this.lose();
  }

  /** Notes that the lease is lost, and gives the error that says so. For the storage alone. */
  lose(): LeaseLost {
    this.#lost = true;
    return new LeaseLost(this.name);
  }

  /** Throws `LeaseLost` if the lease was taken over. For the storage alone. */
  async assertHeld(): Promise<void> {
    const { versionstamp } = await this.#kv.get(this.#key);
    if (versionstamp !== this.#versionstamp) throw this.lose();
  }

  get #key(): Key {
    return [RECORD, this.name];
  }
}

function beat(
  name: string,
  { now, ttl }: { now: Date; ttl: number },
): Deno.KvMutation {
  const until = new Date(now.getTime() + ttl);
  return { type: "set", key: [HEARTBEAT, name], value: { until, ttl } };
}

/**
 * Whether whoever made this heartbeat still holds the lease. One that lies further ahead
 * than any could was made by a clock that has been put right since.
 */
function isBeating(heartbeat: Entry, now: Date): boolean {
  const { until, ttl } = beatOf(heartbeat);
  if (!until) return false;
  const left = until.getTime() - now.getTime();
  return left > 0 && (ttl === undefined || left <= ttl + MOST_SKEW);
}

function beatOf({ value }: Entry): Partial<z.infer<typeof Heartbeat>> {
  return Heartbeat.safeParse(value).data ?? {};
}
