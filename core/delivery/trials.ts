import { type MailingRun, runNameOf } from "../mailings/run.ts";
import { Bell } from "./bell.ts";
import { sinceLetGoOn } from "./halting.ts";
import type { Store } from "../storage/mod.ts";
import type { HaltingPolicy } from "./policy.ts";
import type { Tally } from "./tally.ts";
import { Trial } from "./trial.ts";
import { whileHeld } from "./while_held.ts";

/** What trials are made with. */
export interface TrialsParts {
  store: Store;
  tally: Tally;
  policy: { halting: HaltingPolicy; lease: number };
}

/** A trial, and what was forgiven before it began. */
interface Held {
  trial: Trial;
  pardoned: MailingRun["pardoned"];
  /** False if another worker has the run on trial. */
  begun: Promise<boolean>;
  /** Settles once the right to try it out is given back. */
  released?: Promise<void>;
  holders: number;
}

/**
 * The trials of the runs that a worker has in hand: its couriers share that of a run. Until as
 * many of a run are settled as it takes to tell, one worker alone sends it.
 */
export class Trials {
  readonly #parts: TrialsParts;
  readonly #held = new Map<string, Held>();
  /** Rings when more of a run has failed than may. */
  readonly exceeded = new Bell();

  constructor(parts: TrialsParts) {
    this.#parts = parts;
  }

  /** Does something with a run's trial; undefined if another worker has the run on trial. */
  async during<T>(
    run: MailingRun,
    work: (trial: Trial) => Promise<T>,
  ): Promise<T | undefined> {
    const held = this.#of(run);
    held.holders++;
    try {
      return await held.begun ? await work(held.trial) : undefined;
    } finally {
      held.holders--;
      if (held.holders === 0) await this.#drop(run, held);
    }
  }

  /** Lets a run of which too much seemed to fail go on from what all workers know of it. */
  async renew(run: MailingRun): Promise<void> {
    const trial = this.#held.get(runNameOf(run))?.trial;
    if (trial?.isExceeded) await this.#begin(trial, run);
  }

  #of(run: MailingRun): Held {
    const known = this.#held.get(runNameOf(run));
    if (known && known.pardoned?.settled === run.pardoned?.settled) {
      return known;
    }
    const trial = new Trial(
      this.#parts.policy.halting,
      () => this.exceeded.ring(),
    );
    const begun = Promise.withResolvers<boolean>();
    const held: Held = {
      ...{ trial, pardoned: run.pardoned, begun: begun.promise, holders: 0 },
    };
    this.#held.set(runNameOf(run), held);
    this.#tryOut(held, run).then(begun.resolve, begun.reject);
    return held;
  }

  async #drop(run: MailingRun, held: Held): Promise<void> {
    const name = runNameOf(run);
    if (this.#held.get(name) === held) this.#held.delete(name);
    held.trial.end();
    await held.released;
  }

  async #tryOut(held: Held, run: MailingRun): Promise<boolean> {
    const { store, policy } = this.#parts;
    const { trial } = held;
    await this.#begin(trial, run);
    if (trial.isPassed) return true;
    const name = `trial/${runNameOf(run)}`;
    const lease = await store.leases.acquire(name, { ttl: policy.lease });
    if (!lease) return false;
    // What cannot be given back lapses by itself.
    held.released = whileHeld(lease, policy, () => trial.over)
      .catch(() => {});
    return true;
  }

  async #begin(trial: Trial, run: MailingRun): Promise<void> {
    const settled = await this.#parts.tally.settledOf(run);
    trial.begin(sinceLetGoOn(settled, run));
  }
}
