import { type Lease, LeaseLost, type Store } from "../storage/mod.ts";
import type { Mark } from "./claimed_block.ts";
import { Records, type RecordsParts, type Result } from "./records.ts";

/** What a settler works with. */
export interface SettlerParts extends RecordsParts {
  store: Store;
}

/** What became of one message. */
export interface Settlement extends Result {
  /** The right to the shard that the block lies in: without it nothing is kept. */
  lease: Lease;
}

/** People of a shard who are about to be sent a message. */
export interface Taking {
  lease: Lease;
  marks: readonly Mark[];
}

interface Gathered {
  lease: Lease;
  result?: Settlement;
  marks?: readonly Mark[];
  settled: PromiseWithResolvers<void>;
}

/** Leases that one commit checks at most: a KV Connect server allows ten checks. */
const MOST_LEASES = 8;

/** How many outcomes of which a message was delivered one of another kind weighs. */
const WEIGHT_OF_TROUBLE = 2.5;

/**
 * Commits what became of a worker's messages: while one commit is under way the next
 * gathers. Backlog, attempts and counters change in one atomic operation that checks the
 * leases of all shards concerned.
 */
export class Settler {
  readonly #parts: SettlerParts;
  readonly #records: Records;
  /** Shards of which it is not known what was kept: whoever claims them next reads it. */
  readonly #uncertain = new WeakSet<Lease>();
  #gathered: Gathered[] = [];
  #isCommitting = false;
  /** Whether anybody gathered is to be sent a message as soon as that is kept. */
  #isAwaited = false;
  /** Ends the gathering early. */
  #goOn = () => {};

  constructor(parts: SettlerParts) {
    this.#parts = parts;
    this.#records = new Records(parts);
  }

  /** Resolves once the outcome is durable; throws `LeaseLost` if the shard is another's now. */
  settle(result: Settlement): Promise<void> {
    return this.#gather({ lease: result.lease, result });
  }

  /** Resolves once it is durable whom a message may reach from now on; throws like `settle`. */
  take(taking: Taking): Promise<void> {
    return this.#gather(taking);
  }

  #gather(one: Omit<Gathered, "settled">): Promise<void> {
    const settled = Promise.withResolvers<void>();
    this.#gathered.push({ ...one, settled });
    this.#isAwaited ||= one.marks !== undefined;
    if (this.#isPressing) this.#goOn();
    if (!this.#isCommitting) this.#commitAll();
    return settled.promise;
  }

  /** Whether they are many, or somebody waits to be sent a message. */
  get #isPressing(): boolean {
    return this.#gathered.length >= this.#parts.policy.settleBatch ||
      this.#isAwaited;
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true;
    while (this.#gathered.length > 0) {
      await this.#gathering();
      await this.#commitOrReject(this.#next());
    }
    this.#isCommitting = false;
  }

  /** A commit of many costs little more than one of few: waits until they are many, or for a moment. */
  #gathering(): Promise<void> {
    const { settleDelay } = this.#parts.policy;
    if (this.#isPressing) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, settleDelay);
      this.#goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** As many of those gathered as one operation takes. */
  #next(): Gathered[] {
    const leases = new Set<Lease>();
    let weight = 0;
    const end = this.#gathered.findIndex(({ lease, result }) => {
      leases.add(lease);
      const isUsual = result?.outcome.kind === "delivered";
      weight += isUsual ? 1 : WEIGHT_OF_TROUBLE;
      return weight > this.#parts.policy.settleBatch ||
        leases.size > MOST_LEASES;
    });
    const next = this.#gathered.splice(
      0,
      end < 0 ? this.#gathered.length : Math.max(1, end),
    );
    this.#isAwaited = this.#gathered.some(({ marks }) => marks !== undefined);
    return next;
  }

  async #commitOrReject(batch: Gathered[]): Promise<void> {
    try {
      await this.#commit(batch);
      for (const { settled } of batch) settled.resolve();
    } catch (error) {
      const parts = partsOf(batch, error);
      if (parts.length < 2) {
        for (const { lease, settled } of batch) {
          this.#uncertain.add(lease);
          settled.reject(error);
        }
        return;
      }
      for (const part of parts) await this.#commitOrReject(part);
    }
  }

  async #commit(batch: readonly Gathered[]): Promise<void> {
    const progress = await this.#parts.store.transact((tx) => {
      for (const { lease } of batch) {
        if (this.#uncertain.has(lease)) throw new LeaseLost(lease.name);
        tx.guard(lease);
      }
      const results = batch.flatMap(({ result }) => result ?? []);
      const marks = batch.flatMap(({ marks }) => marks ?? []);
      return this.#records.write(tx, { results, marks });
    });
    for (const [block, step] of progress) block.strike(step);
  }
}

/** What of a batch that could not be kept may be tried apart: sent again it must not be. */
function partsOf(batch: Gathered[], error: unknown): Gathered[][] {
  if (error instanceof LeaseLost) {
    // The outcomes of the other shards are as good as ever.
    return [...Map.groupBy(batch, ({ lease }) => lease).values()];
  }
  if (error instanceof RangeError && batch.length > 1) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  return [batch];
}
