import type { Store } from "../storage/mod.ts";
import type { Backlog, Shard } from "./backlog.ts";
import type { Courier } from "./courier.ts";
import type { Finisher } from "./finisher.ts";
import { loop, pause } from "./loop.ts";
import type { Notices } from "./notices.ts";
import type { Outlets } from "./outlets.ts";
import type { Planner } from "./planner.ts";
import type { Policy } from "./policy.ts";
import type { Purge } from "./purge.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import type { Scheduler } from "./scheduler.ts";

/** Due shards of a run that are looked at for one that nobody has. */
const SHARDS_SEEN = 64;

/** The steps that a worker repeats. */
export interface WorkerParts {
  store: Store;
  backlog: Backlog;
  scheduler: Scheduler;
  roster: Roster;
  planner: Planner;
  courier: Courier;
  finisher: Finisher;
  notices: Notices;
  purge: Purge;
  outlets: Outlets;
  policy: Policy;
  log: (message: string) => void;
}

/** How far a worker's work reaches. */
export interface WorkerOptions {
  signal: AbortSignal;
  /** The one mailing to serve; all others are left alone. */
  mailingId?: string;
}

/**
 * Does all that delivery consists of, side by side: planning never waits for sending,
 * and whether a run may go on is looked up whatever else is under way.
 */
export class Worker {
  readonly #parts: WorkerParts;
  /** Shards this worker has in hand, by run. */
  readonly #inHand = new Map<string, Set<string>>();
  /** Until when a shard that failed is left alone, in milliseconds. */
  readonly #setBackUntil = new Map<string, number>();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  /** Works until the signal ends it, starting what becomes due meanwhile. */
  async stay({ signal }: WorkerOptions): Promise<void> {
    const { scheduler, purge } = this.#parts;
    await Promise.all([
      ...this.#loops({ signal }),
      this.#repeat(async () => await scheduler.startDue() > 0, signal),
      this.#repeat(() => purge.step(), signal),
    ]);
  }

  /** Delivers the runs that are active, until none has anything due; the signal may end it earlier. */
  async drain({ signal, mailingId }: WorkerOptions): Promise<void> {
    const { policy } = this.#parts;
    const done = new AbortController();
    const ending = AbortSignal.any([signal, done.signal]);
    const only = mailingId === undefined ? {} : { mailingId };
    await this.#refresh(mailingId);
    const loops = this.#loops({ signal: ending, ...only });
    while (!ending.aborted && !await this.#isQuiet()) {
      await pause(policy.poll, ending);
    }
    done.abort();
    await Promise.all(loops);
  }

  #loops({ signal, mailingId }: WorkerOptions): Promise<void>[] {
    const { policy, notices } = this.#parts;
    const refresh = () => this.#refresh(mailingId);
    const courier = () => this.#deliverNext(signal);
    return [
      this.#repeat(refresh, signal),
      this.#repeat(
        async () => await this.#planNext(signal) && await refresh(),
        signal,
      ),
      ...Array.from(
        { length: policy.couriers },
        () => this.#repeat(courier, signal),
      ),
      this.#repeat(() => this.#finish(), signal),
      this.#repeat(async () => await notices.sendDue() > 0, signal),
    ];
  }

  #repeat(step: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
    const { policy, log } = this.#parts;
    const onError = (error: unknown) => log(`Delivery: ${error}`);
    return loop(step, { signal, rest: policy.poll, onError });
  }

  async #refresh(mailingId?: string): Promise<boolean> {
    const { roster, outlets } = this.#parts;
    await Promise.all([roster.refresh(mailingId), outlets.refresh()]);
    return false;
  }

  async #planNext(signal: AbortSignal): Promise<boolean> {
    const { roster, planner } = this.#parts;
    let didSomething = false;
    for (const entry of roster.entries) {
      if (entry.run.state !== "planning" || !entry.isGranted) continue;
      const mayGoOn = () => entry.isGranted && !signal.aborted;
      if (await planner.plan(entry.run, mayGoOn)) didSomething = true;
    }
    return didSomething;
  }

  async #finish(): Promise<boolean> {
    let didSomething = false;
    for (const entry of this.#parts.roster.entries) {
      if (await this.#parts.finisher.look(entry)) didSomething = true;
    }
    return didSomething && await this.#refresh();
  }

  /** Delivers a shard of the run that has the fewest in hand. */
  async #deliverNext(signal: AbortSignal): Promise<boolean> {
    const { roster, outlets } = this.#parts;
    const granted = roster.entries.filter(({ isGranted, run }) =>
      isGranted && !outlets.of(run.ownerId).closedDoor
    );
    granted.sort((a, b) => this.#handOf(a).size - this.#handOf(b).size);
    for (const entry of granted) {
      if (await this.#deliverOneOf(entry, signal)) return true;
    }
    return false;
  }

  async #deliverOneOf(
    entry: RosterEntry,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { backlog, courier, store } = this.#parts;
    const hand = this.#handOf(entry);
    const due = await backlog.dueShards(
      entry.run.id,
      store.now(),
      SHARDS_SEEN,
    );
    for (const shard of due) {
      if (hand.has(shard.id) || this.#isSetBack(shard)) continue;
      hand.add(shard.id);
      try {
        if (await courier.deliver(entry, { shard, signal })) return true;
      } catch (error) {
        this.#setBack(shard);
        throw error;
      } finally {
        hand.delete(shard.id);
        if (hand.size === 0) this.#inHand.delete(entry.run.id);
      }
    }
    return false;
  }

  // What was sent and could not be written down would be sent again: that must not go fast.
  #setBack({ runId, id }: Shard): void {
    const { store, policy } = this.#parts;
    const until = store.now().getTime() + policy.lease;
    this.#setBackUntil.set(`${runId}/${id}`, until);
  }

  #isSetBack({ runId, id }: Shard): boolean {
    const until = this.#setBackUntil.get(`${runId}/${id}`);
    if (until === undefined) return false;
    if (until > this.#parts.store.now().getTime()) return true;
    this.#setBackUntil.delete(`${runId}/${id}`);
    return false;
  }

  #handOf({ run }: RosterEntry): Set<string> {
    return this.#inHand.getOrInsertComputed(run.id, () => new Set());
  }

  async #isQuiet(): Promise<boolean> {
    const { roster, outlets } = this.#parts;
    for (const { run, isGranted } of roster.entries) {
      if (!isGranted) continue;
      const outlet = outlets.of(run.ownerId);
      if (outlet.inside > 0) return false;
      if (run.state === "planning") return false;
      const dueAt = await this.#parts.backlog.nextDue(run.id);
      if (!dueAt) return false;
      if (dueAt <= this.#parts.store.now() && !outlet.closedDoor) {
        return false;
      }
    }
    return true;
  }
}
