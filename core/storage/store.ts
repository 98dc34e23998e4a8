import { Conflict } from "../errors.ts";
import { backoff, realWaiting, type Waiting } from "./backoff.ts";
import { Batch, type BatchOptions } from "./batch.ts";
import { Blobs } from "./blobs.ts";
import { Counters } from "./counters.ts";
import { Leases } from "./leases.ts";
import { type Kv, PatientKv } from "./patient_kv.ts";
import { Queue } from "./queue.ts";
import { Transaction } from "./transaction.ts";

/** What a store needs from the world; all of it has defaults. */
export interface StoreOptions {
  /** The clock that expiries and leases go by. */
  now?: () => Date;
  /** How long to wait for a locked database, in milliseconds. */
  patience?: number;
  /** How often a transaction is tried while others change what it read. */
  tries?: number;
  /** How to wait. */
  waiting?: Waiting;
}

/** How long a store waits for a locked database unless told, in milliseconds. */
export const PATIENCE_MS = 30_000;
const TRIES = 50;

/** Everything that is kept: transactions over Deno KV and what is built from them. */
export class Store {
  /** The clock that expiries and leases go by. */
  readonly now: () => Date;
  /** Raw access, for the storage alone. */
  readonly kv: PatientKv;
  /** Numbers kept by adding to them. */
  readonly counters: Counters;
  /** Rights to do something alone. */
  readonly leases: Leases;
  /** Bodies of any size. */
  readonly blobs: Blobs;
  readonly #waiting: Waiting;
  readonly #tries: number;

  constructor(kv: Kv, options: StoreOptions = {}) {
    const {
      now = () => new Date(),
      patience = PATIENCE_MS,
      waiting = realWaiting,
      tries = TRIES,
    } = options;
    this.now = now;
    this.kv = new PatientKv(kv, { patience, ...waiting });
    this.counters = new Counters(this.kv);
    this.leases = new Leases(this.kv, { now });
    this.blobs = new Blobs(this);
    this.#waiting = waiting;
    this.#tries = tries;
  }

  /**
   * Runs `work` and commits what it wrote, if nothing that it read has changed; else runs it
   * again, up to a bound, then `Conflict`. If `work` throws, nothing is written.
   */
  async transact<T>(work: (tx: Transaction) => Promise<T> | T): Promise<T> {
    for (let repetition = 0; repetition < this.#tries; repetition++) {
      if (repetition > 0) {
        await this.#waiting.sleep(
          backoff(repetition - 1, this.#waiting.random),
        );
      }
      const tx = new Transaction(this.kv);
      const result = await work(tx);
      if (await tx.commit()) return result;
    }
    throw new Conflict(
      "Someone else changed this at the same time. Nothing was written; try again.",
    );
  }

  /** A large write that is split into parts between its units. */
  batch(options: BatchOptions = {}): Batch {
    return new Batch(this.kv, options);
  }

  /** The queue of that name. */
  queue<E>(name: string): Queue<E> {
    return new Queue<E>(this.kv, name);
  }

  /** Closes the database. */
  close(): void {
    this.kv.close();
  }
}
