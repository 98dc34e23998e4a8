import type { Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Courier } from "./courier.ts";
import { Dispatcher } from "./dispatcher.ts";
import type { Finisher } from "./finisher.ts";
import type { Halting } from "./halting.ts";
import { loop, type LoopOptions, pause } from "./loop.ts";
import type { Notices } from "./notices.ts";
import type { Outlets } from "./outlets.ts";
import type { Planner } from "./planner.ts";
import type { Policy } from "./policy.ts";
import type { Purge } from "./purge.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import type { Scheduler } from "./scheduler.ts";

/** The steps that a worker repeats. */
export interface WorkerParts {
  store: Store;
  backlog: Backlog;
  scheduler: Scheduler;
  roster: Roster;
  planner: Planner;
  courier: Courier;
  finisher: Finisher;
  halting: Halting;
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
  readonly #dispatcher: Dispatcher;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#dispatcher = new Dispatcher(parts);
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
    const { policy, notices } = this.#parts;
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
    // What the runs gave reason for is not left to the next who comes.
    if (!signal.aborted) await notices.sendDue();
  }

  #loops({ signal, mailingId }: WorkerOptions): Promise<void>[] {
    const { notices, policy } = this.#parts;
    const refresh = () => this.#refresh(mailingId);
    return [
      this.#repeat(refresh, signal),
      this.#repeat(
        async () => await this.#planNext(signal) && await refresh(),
        signal,
      ),
      this.#dispatcher.work(signal),
      this.#repeat(
        async () => await this.#finish() && await refresh(),
        signal,
      ),
      this.#repeat(async () => await notices.sendDue() > 0, signal),
      loop(() => this.#haltFailing(refresh), {
        ...this.#looping(signal),
        rest: policy.halting.every,
      }),
    ];
  }

  #repeat(step: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
    return loop(step, this.#looping(signal));
  }

  #looping(signal: AbortSignal): LoopOptions {
    const { policy, log } = this.#parts;
    const onError = (error: unknown) => log(`Delivery: ${error}`);
    return { signal, rest: policy.poll, onError };
  }

  async #refresh(mailingId?: string): Promise<boolean> {
    const { roster, outlets } = this.#parts;
    await Promise.all([roster.refresh(mailingId), outlets.refresh()]);
    this.#dispatcher.wake();
    return false;
  }

  /** Plans every run that is to be planned for a while; says whether it did anything. */
  async #planNext(signal: AbortSignal): Promise<boolean> {
    const { roster, planner, policy } = this.#parts;
    const waiting = roster.entries.filter(isToBePlanned);
    let didSomething = false;
    for (const entry of waiting) {
      let steps = 0;
      // A large run is planned in turns with those that wait, new ones among them.
      const mayGoOn = () =>
        entry.isGranted && !signal.aborted &&
        (steps++ < policy.planSteps || !this.#isAnotherToBePlanned(entry));
      if (!mayGoOn()) continue;
      if (await planner.plan(entry.run, mayGoOn)) didSomething = true;
    }
    return didSomething;
  }

  #isAnotherToBePlanned(entry: RosterEntry): boolean {
    return this.#parts.roster.entries
      .some((other) => other !== entry && isToBePlanned(other));
  }

  async #finish(): Promise<boolean> {
    const { roster, finisher } = this.#parts;
    let didSomething = false;
    for (const entry of roster.entries) {
      if (await finisher.look(entry)) didSomething = true;
    }
    return didSomething;
  }

  /** Stops the mailings of which too much fails, among those this worker has in hand. */
  async #haltFailing(refresh: () => Promise<boolean>): Promise<boolean> {
    const { roster, halting } = this.#parts;
    const served = this.#dispatcher.takeServed();
    for (const { run, isGranted } of roster.entries) {
      if (!isGranted || !served.has(run.id)) continue;
      if (await halting.look(run)) await refresh();
    }
    return false;
  }

  async #isQuiet(): Promise<boolean> {
    const { roster, outlets, backlog, finisher, store } = this.#parts;
    for (const { run, isGranted } of roster.entries) {
      if (!isGranted) continue;
      if (run.state === "planning") return false;
      const dueAt = await backlog.nextDue(run.id);
      if (!dueAt && finisher.isStuck(run.id)) continue;
      if (!dueAt) return false;
      const isDue = dueAt <= store.now();
      if (isDue && !outlets.of(run.ownerId).closedDoor) return false;
    }
    // A probe may be under way behind a closed door: what comes of it is to be waited for.
    return this.#dispatcher.isIdle;
  }
}

function isToBePlanned({ run, isGranted }: RosterEntry): boolean {
  return run.state === "planning" && isGranted;
}
