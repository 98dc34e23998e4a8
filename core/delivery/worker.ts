import type { MailingRef } from "../mailings/mailing.ts";
import { runNameOf, type RunRef } from "../mailings/run.ts";
import type { Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import { Bell } from "./bell.ts";
import type { ClockRepair } from "./clock_repair.ts";
import type { Courier } from "./courier.ts";
import { Dispatcher } from "./dispatcher.ts";
import type { Finisher } from "./finisher.ts";
import type { Halting } from "./halting.ts";
import { loop, type LoopOptions } from "./loop.ts";
import type { Notices } from "./notices.ts";
import type { Outlets } from "./outlets.ts";
import type { Planner } from "./planner.ts";
import type { Policy } from "./policy.ts";
import type { Purge } from "./purge.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Trials } from "./trials.ts";

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
  clockRepair: ClockRepair;
  outlets: Outlets;
  trials: Trials;
  policy: Policy;
  log: (message: string) => void;
}

/** How far a worker's work reaches. */
export interface WorkerOptions {
  signal: AbortSignal;
  /** The one mailing to serve; all others are left alone. */
  mailing?: MailingRef;
}

/**
 * Does all that delivery consists of, side by side: planning never waits for sending,
 * and whether a run may go on is looked up whatever else is under way.
 */
export class Worker {
  readonly #parts: WorkerParts;
  readonly #dispatcher: Dispatcher;
  /** Rings when a run may have come to its end. */
  readonly #mayEnd = new Bell();
  /** Rings when nothing may be left to do. */
  readonly #mayBeQuiet = new Bell();
  /** Looks at a few runs since all were looked at. */
  #sinceAll = Infinity;
  /** The names of runs that may have come to their end. */
  #mayHaveEnded = new Set<string>();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#dispatcher = new Dispatcher({
      ...parts,
      onReturn: () => {
        this.#mayEnd.ring();
        this.#mayBeQuiet.ring();
      },
    });
  }

  /** Works until the signal ends it, starting what becomes due meanwhile. */
  async stay({ signal }: WorkerOptions): Promise<void> {
    const { purge, clockRepair } = this.#parts;
    await Promise.all([
      ...this.#loops({ signal }),
      this.#repeat(() => this.#startDue(), signal),
      this.#repeat(() => purge.step(), signal),
      this.#repeat(() => clockRepair.step().then(() => false), signal),
    ]);
  }

  /** Delivers the runs that are active, until none has anything due; the signal may end it earlier. */
  async drain({ signal, mailing }: WorkerOptions): Promise<void> {
    const { policy, notices } = this.#parts;
    const done = new AbortController();
    const ending = AbortSignal.any([signal, done.signal]);
    const only = mailing === undefined ? {} : { mailing };
    await this.#refresh(mailing);
    const loops = this.#loops({ signal: ending, ...only });
    try {
      while (!ending.aborted && !await this.#isQuiet()) {
        await this.#mayBeQuiet.wait(policy.poll, ending);
      }
    } finally {
      done.abort();
      await Promise.all(loops);
    }
    // What the runs gave reason for is not left to the next who comes.
    if (signal.aborted) return;
    await this.#haltFailing();
    await notices.sendDue();
  }

  #loops({ signal, mailing }: WorkerOptions): Promise<void>[] {
    const { notices, policy, trials } = this.#parts;
    return [
      this.#repeat(() => this.#refresh(mailing), signal),
      this.#repeat(() => this.#planNext(signal), signal),
      this.#dispatcher.work(signal),
      loop(() => this.#finish(), {
        ...this.#looping(signal),
        bell: this.#mayEnd,
      }),
      this.#repeat(async () => await notices.sendDue() > 0, signal),
      loop(() => this.#haltFailing(), {
        ...this.#looping(signal),
        rest: policy.halting.every,
        bell: trials.exceeded,
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

  async #startDue(): Promise<boolean> {
    const hasStarted = await this.#parts.scheduler.startDue() > 0;
    if (hasStarted) this.#sinceAll = Infinity;
    return hasStarted;
  }

  /** Looks at all runs, or where they are many at those in hand, and now and then at all. */
  async #refresh(mailing?: MailingRef): Promise<boolean> {
    const { roster, outlets, policy } = this.#parts;
    roster.beginRound();
    const looks = Math.floor(roster.size / policy.runsAtOnce);
    const runs = this.#sinceAll++ >= looks
      ? this.#lookAtAll(mailing)
      : roster.review(this.#dispatcher.inHand);
    await Promise.all([runs, outlets.refresh()]);
    this.#dispatcher.wake();
    return false;
  }

  async #lookAtAll(mailing?: MailingRef): Promise<void> {
    const { roster } = this.#parts;
    this.#sinceAll = 0;
    await roster.refresh(mailing);
    for (const { run } of roster.entries) {
      this.#mayHaveEnded.add(runNameOf(run));
    }
  }

  async #lookAt(run: RunRef): Promise<void> {
    await this.#parts.roster.review([runNameOf(run)]);
    this.#dispatcher.wake();
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
        isToBePlanned(entry) && !signal.aborted &&
        (steps++ < policy.planSteps || !this.#isAnotherToBePlanned(entry));
      if (!mayGoOn()) continue;
      const onOpened = () => this.#dispatcher.look();
      const { run, skipRest } = entry;
      if (!await planner.plan(run, { mayGoOn, onOpened, skipRest })) continue;
      await this.#lookAt(entry.run);
      // It may have nobody to go to.
      this.#mayHaveEnded.add(runNameOf(entry.run));
      this.#mayEnd.ring();
      didSomething = true;
    }
    return didSomething;
  }

  #isAnotherToBePlanned(entry: RosterEntry): boolean {
    return this.#parts.roster.entries
      .some((other) => other !== entry && isToBePlanned(other));
  }

  async #finish(): Promise<boolean> {
    const { roster, finisher } = this.#parts;
    const mayHaveEnded = this.#mayHaveEnded
      .union(this.#dispatcher.takeReturned());
    this.#mayHaveEnded = new Set();
    let didSomething = false;
    for (const entry of roster.entries) {
      const { run, isCancelled, skipRest } = entry;
      const isToEnd = isCancelled || skipRest !== undefined;
      if (!isToEnd && !mayHaveEnded.has(runNameOf(run))) continue;
      if (!await finisher.look(entry)) continue;
      await this.#lookAt(run);
      didSomething = true;
    }
    if (didSomething) this.#mayBeQuiet.ring();
    return didSomething;
  }

  /** Stops the mailings of which too much fails, among those this worker has in hand. */
  async #haltFailing(): Promise<boolean> {
    const { roster, halting, trials } = this.#parts;
    const served = this.#dispatcher.takeServed();
    for (const { run, isGranted } of roster.entries) {
      if (!isGranted || !served.has(runNameOf(run))) continue;
      if (await halting.look(run)) await this.#lookAt(run);
      else await trials.renew(run);
    }
    return false;
  }

  async #isQuiet(): Promise<boolean> {
    const { roster, outlets, backlog, finisher, store } = this.#parts;
    if (!this.#dispatcher.isIdle) return false;
    for (const { run, isGranted, isCancelled, skipRest } of roster.entries) {
      if (skipRest && !isCancelled && !finisher.isStuck(run)) return false;
      if (!isGranted) continue;
      if (run.state === "planning") return false;
      const dueAt = await backlog.nextDue(run);
      if (!dueAt && finisher.isStuck(run)) continue;
      if (!dueAt) return false;
      const isDue = dueAt <= store.now();
      if (isDue && !outlets.of(run.ownerId).closedDoor) return false;
    }
    // A probe may be under way behind a closed door: what comes of it is to be waited for.
    return this.#dispatcher.isIdle;
  }
}

// Those whom a run that is over never got to are noted too.
function isToBePlanned(
  { run, isGranted, isCancelled, skipRest }: RosterEntry,
): boolean {
  const isToBeNoted = skipRest !== undefined && !isCancelled;
  return run.state === "planning" && (isGranted || isToBeNoted);
}
