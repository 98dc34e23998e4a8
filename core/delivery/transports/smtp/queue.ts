import type { Handover } from "../transport.ts";
import { isWithdrawn, type Job, type Parcel } from "./job.ts";
import { Places, type Seat } from "./places.ts";
import { Watchdog } from "./watchdog.ts";

/** What a queue needs to know. */
export interface QueueOptions {
  /** How long a job may take altogether, in milliseconds. */
  total: number;
  /** Connections at once, at most. */
  connections: number;
  /** Some of what waits may be taken now. */
  onRoom: () => void;
  /** A job that nobody waits for any more is on a connection still. */
  onLate: (job: Job, reason: string) => void;
}

interface Entry {
  deadline: number;
  /** How many connections were lost under it. */
  losses: number;
  /** The connection it is on. */
  seat?: Seat | undefined;
}

/** A job goes to a new connection at most so often. */
const MOST_LOSSES = 2;

/** The jobs that have no outcome yet, waiting or on a connection; each gets one in time. */
export class JobQueue {
  readonly #total: number;
  readonly #onLate: QueueOptions["onLate"];
  readonly #onRoom: QueueOptions["onRoom"];
  /** In the order of their deadlines. */
  readonly #jobs = new Map<Job, Entry>();
  readonly #places: Places;
  readonly #watchdog = new Watchdog(() => this.#expire());

  constructor({ total, connections, onLate, onRoom }: QueueOptions) {
    this.#total = total;
    this.#onLate = onLate;
    this.#onRoom = onRoom;
    this.#places = new Places(connections);
  }

  /** How many jobs are on no connection. */
  get waiting(): number {
    return this.#places.waiting;
  }

  /** Whether a connection that has nothing to do would find a job. */
  get hasNext(): boolean {
    return this.#places.hasNext;
  }

  /** Takes a parcel, and promises its outcome. */
  add(parcel: Parcel): Promise<Handover> {
    return new Promise((resolve) => {
      const job: Job = {
        ...parcel,
        domain: parcel.to.slice(parcel.to.lastIndexOf("@") + 1).toLowerCase(),
        settle: (outcome) => {
          const entry = this.#jobs.get(job);
          if (!entry) return;
          this.#jobs.delete(job);
          resolve(outcome);
          if (this.#jobs.size === 0) this.#watchdog.rest();
          const isAnswered = outcome.kind !== "unavailable" &&
            outcome.kind !== "withdrawn";
          this.#leave(job, entry, { isAnswered });
        },
      };
      const deadline = performance.now() + this.#total;
      this.#jobs.set(job, { deadline, losses: 0 });
      if (this.#jobs.size === 1) this.#watchdog.expect(this.#total);
      this.#places.add(job);
    });
  }

  /** The job that a connection takes next, which waits no more. */
  next(seat: Seat): Job | undefined {
    const job = this.#places.take(seat);
    const entry = job && this.#jobs.get(job);
    if (entry) entry.seat = seat;
    return job;
  }

  /** Lets a job wait again whose connection was lost, unless that has happened too often. */
  putBack(job: Job, reason: string): void {
    const entry = this.#jobs.get(job);
    if (!entry) return;
    entry.losses++;
    if (entry.losses > MOST_LOSSES) {
      job.settle({ kind: "unavailable", reply: reason });
      return;
    }
    this.#leave(job, entry, { isAnswered: false });
    this.#places.add(job);
  }

  /** Takes back what waits and may not begin any more, without waiting for a connection. */
  withdraw(): void {
    for (const job of [...this.#places]) {
      if (isWithdrawn(job)) this.#places.remove(job);
    }
  }

  /** Gives up every job that waits. */
  failWaiting(reason: string, { isOutage }: { isOutage: boolean }): void {
    for (const job of [...this.#places]) {
      this.#places.remove(job);
      job.settle({
        kind: "unavailable",
        reply: reason,
        ...(isOutage && { isOutage }),
      });
    }
  }

  /** Ends its timer. */
  end(): void {
    this.#watchdog.end();
  }

  #leave(job: Job, entry: Entry, how: { isAnswered: boolean }): void {
    const { seat } = entry;
    if (!seat) return;
    entry.seat = undefined;
    this.#places.leave(seat, job, how);
    if (this.#places.waiting > 0) this.#onRoom();
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
      if (this.#places.remove(job)) {
        job.settle({ kind: "unavailable", reply: reason });
      } else {
        this.#onLate(job, reason);
      }
    }
  }
}
