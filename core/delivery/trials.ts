import { type MailingRun, runNameOf } from "../mailings/run.ts";
import { Bell } from "./bell.ts";
import { sinceLetGoOn } from "./halting.ts";
import type { HaltingPolicy } from "./policy.ts";
import type { Tally } from "./tally.ts";
import { Trial } from "./trial.ts";

/** What trials are made with. */
export interface TrialsParts {
  tally: Tally;
  policy: { halting: HaltingPolicy };
}

/** A trial, and what was forgiven before it began. */
interface Held {
  trial: Trial;
  pardoned: MailingRun["pardoned"];
  begun: Promise<void>;
  holders: number;
}

/** The trials of the runs that a worker has in hand: its couriers share that of a run. */
export class Trials {
  readonly #parts: TrialsParts;
  readonly #held = new Map<string, Held>();
  /** Rings when more of a run has failed than may. */
  readonly exceeded = new Bell();

  constructor(parts: TrialsParts) {
    this.#parts = parts;
  }

  /** Does something with a run's trial. */
  async during(
    run: MailingRun,
    work: (trial: Trial) => Promise<void>,
  ): Promise<void> {
    const held = this.#of(run);
    held.holders++;
    try {
      await held.begun;
      await work(held.trial);
    } finally {
      held.holders--;
      const isLast = held.holders === 0 &&
        this.#held.get(runNameOf(run)) === held;
      if (isLast) this.#held.delete(runNameOf(run));
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
    const begun = this.#begin(trial, run);
    const held = { trial, pardoned: run.pardoned, begun, holders: 0 };
    this.#held.set(runNameOf(run), held);
    return held;
  }

  async #begin(trial: Trial, run: MailingRun): Promise<void> {
    const settled = await this.#parts.tally.settledOf(run);
    trial.begin(sinceLetGoOn(settled, run));
  }
}
