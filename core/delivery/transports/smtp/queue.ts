import type { Outcome } from "../../outcome.ts";
import type { Job, Parcel } from "./job.ts";
import { Watchdog } from "./watchdog.ts";

/** What a queue needs to know. */
export interface QueueOptions {
  /** How long a job may take altogether, in milliseconds. */
  total: number;
  /** A job that nobody waits for any more is on a connection still. */
  onLate: (job: Job, reason: string) => void;
}

interface Entry {
  deadline: number;
  /** How many connections were lost under it. */
  losses: number;
}

/** A job goes to a new connection at most so often. */
const MOST_LOSSES = 2;

/** The jobs that have no outcome yet, waiting or on a connection; each gets one in time. */
export class JobQueue {
  readonly #total: number;
  readonly #onLate: QueueOptions["onLate"];
  /** In the order of their deadlines. */
  readonly #jobs = new Map<Job, Entry>();
  readonly #waiting = new Set<Job>();
  readonly #watchdog = new Watchdog(() => this.#expire());

  constructor({ total, onLate }: QueueOptions) {
    this.#total = total;
    this.#onLate = onLate;
  }

  /** How many jobs are on no connection. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Takes a parcel, and promises its outcome. */
  add({ from, to, compose }: Parcel): Promise<Outcome> {
    return new Promise((resolve) => {
      const job: Job = {
        from,
        to,
        compose,
        settle: (outcome) => {
          if (this.#jobs.delete(job)) resolve(outcome);
          if (this.#jobs.size === 0) this.#watchdog.rest();
        },
      };
      const deadline = performance.now() + this.#total;
      this.#jobs.set(job, { deadline, losses: 0 });
      if (this.#jobs.size === 1) this.#watchdog.expect(this.#total);
      this.#waiting.add(job);
    });
  }

  /** The job that waits longest, which waits no more. */
  next(): Job | undefined {
    for (const job of this.#waiting) {
      this.#waiting.delete(job);
      return job;
    }
    return undefined;
  }

  /** Lets a job wait again whose connection was lost, unless that has happened too often. */
  putBack(job: Job, reason: string): void {
    const entry = this.#jobs.get(job);
    if (!entry) return;
    entry.losses++;
    if (entry.losses <= MOST_LOSSES) this.#waiting.add(job);
    else job.settle({ kind: "unavailable", reply: reason });
  }

  /** Gives up every job that waits. */
  failWaiting(reason: string, { isOutage }: { isOutage: boolean }): void {
    for (const job of this.#waiting) {
      job.settle({
        kind: "unavailable",
        reply: reason,
        ...(isOutage && { isOutage }),
      });
    }
    this.#waiting.clear();
  }

  /** Ends its timer. */
  end(): void {
    this.#watchdog.end();
  }

  #expire(): void {
    const now = performance.now();
    const reason = `The mail server did not answer within ${
      this.#total / 1_000
    } s.`;
    for (const [job, { deadline }] of this.#jobs) {
      if (deadline > now) {
        this.#watchdog.expect(deadline - now);
        return;
      }
      if (this.#waiting.delete(job)) {
        job.settle({ kind: "unavailable", reply: reason });
      } else {
        this.#onLate(job, reason);
      }
    }
  }
}
