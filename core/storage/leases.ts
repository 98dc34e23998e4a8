import { newId } from "./ids.ts";
import type { Key } from "./keys.ts";
import { LeaseLost } from "./lease_lost.ts";
import type { Entry, PatientKv } from "./patient_kv.ts";

// The record changes hands only at a take-over, so that work guarded by it does not clash
// with the heartbeats, which lie beside it.
const RECORD = "+lease";
const HEARTBEAT = "+beat";

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
    if (record!.versionstamp && untilOf(heartbeat!) > now.getTime()) {
      return undefined;
    }
    const holder = newId(now);
    const result = await this.#kv.commit({
      checks: [record!, heartbeat!],
      mutations: [
        { type: "set", key: [RECORD, name], value: { holder } },
        {
          type: "set",
          key: [HEARTBEAT, name],
          value: { until: new Date(now.getTime() + ttl) },
        },
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
      untilOf(heartbeat!) > this.#options.now().getTime();
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
    const until = new Date(this.#now().getTime() + this.#ttl);
    const { ok } = await this.#kv.commit({
      checks: [this.fence],
      mutations: [{
        type: "set",
        key: [HEARTBEAT, this.name],
        value: { until },
      }],
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

function untilOf({ value }: Entry): number {
  const until = typeof value === "object" && value !== null && "until" in value
    ? value.until
    : undefined;
  return until instanceof Date ? until.getTime() : 0;
}
