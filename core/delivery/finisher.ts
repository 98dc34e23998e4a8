import type { MailingSettings } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import { type MailingRun, runNameOf, type RunRef } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Transaction } from "../storage/mod.ts";
import { claimPlan } from "./planner.ts";
import type { RosterEntry } from "./roster.ts";
import { Skipper, type SkipperParts } from "./skipper.ts";
import { whileHeld } from "./while_held.ts";

/** What the finisher works with. */
export interface FinisherParts extends SkipperParts {
  mailings: Mailings;
  runs: Runs;
  log: (message: string) => void;
}

/** Ends runs: those with nothing left to deliver or nobody left to mail, and those that were cancelled. */
export class Finisher {
  readonly #parts: FinisherParts;
  readonly #skipper: Skipper;
  /** Runs that do not add up, so that it is said once. */
  readonly #incomplete = new Set<string>();

  constructor(parts: FinisherParts) {
    this.#parts = parts;
    this.#skipper = new Skipper(parts);
  }

  /** Ends a run if its time has come; says whether it did. */
  async look({ run, isCancelled, skipRest }: RosterEntry): Promise<boolean> {
    const { backlog } = this.#parts;
    if (isCancelled) return await this.#cancel(run);
    if (run.state !== "sending") return false;
    if (skipRest && !await this.#skipper.skipRest(run, skipRest)) return false;
    if (!await backlog.isEmpty(run)) return false;
    return await this.#addsUp(run) && await this.#end(run, "finished");
  }

  /** Whether a run has nothing left to deliver and yet does not add up. */
  isStuck(run: RunRef): boolean {
    return this.#incomplete.has(runNameOf(run));
  }

  /** Whether every recipient that was planned has an end; where one is missing, that is said. */
  async #addsUp(run: MailingRun): Promise<boolean> {
    const { tally, log } = this.#parts;
    const { id, plan } = run;
    const { skipped, delivered, refused, expired } = await tally.of(run);
    // Nothing is added to the plan of a run that is being sent.
    const missing = plan.planned + plan.skipped -
      skipped - delivered - refused - expired;
    if (missing === 0) return true;
    if (!this.isStuck(run)) {
      this.#incomplete.add(runNameOf(run));
      log(`Run ${id} stays open: ${missing} of its recipients have no end`);
    }
    return false;
  }

  async #cancel(run: MailingRun): Promise<boolean> {
    const { store, backlog, policy } = this.#parts;
    // Nobody may add to the run while it is cleared.
    const lease = await claimPlan(store, run, policy);
    if (!lease) return false;
    return await whileHeld(lease, policy, async () => {
      const isCleared = await backlog.clear(run, { ttl: policy.lease });
      return isCleared && await this.#end(run, "cancelled");
    });
  }

  #end(found: MailingRun, state: "finished" | "cancelled"): Promise<boolean> {
    const { store, runs, mailings } = this.#parts;
    const own = runs.of(found.ownerId);
    return store.transact(async (tx) => {
      const run = await own.find(found.id, tx);
      if (run?.state !== "sending" && run?.state !== "planning") return false;
      await own.update(
        run.id,
        (old) => ({ ...old, state, finishedAt: store.now() }),
        tx,
      );
      const mailing = await mailings.of(run.ownerId).find(run.mailingId, tx);
      if (mailing && isGoing(mailing) && !await this.#hasOtherRuns(run, tx)) {
        await mailings.change(mailing, withoutRuns, tx);
      }
      return true;
    });
  }

  async #hasOtherRuns(run: MailingRun, tx: Transaction): Promise<boolean> {
    const active = await this.#parts.runs.activeOf(
      run.ownerId,
      run.mailingId,
      tx,
    );
    return active.some(({ id }) => id !== run.id);
  }
}

// What follows for one that is switched off is decided when it is switched on again.
function isGoing({ status, switchedOff }: MailingSettings): boolean {
  return status === "running" && !switchedOff;
}

function withoutRuns(mailing: MailingSettings): MailingSettings {
  return { ...mailing, status: mailing.nextDueAt ? "scheduled" : "completed" };
}
