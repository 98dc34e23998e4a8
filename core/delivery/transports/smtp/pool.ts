import { replyLine } from "../../outcome.ts";
import type { Handover } from "../transport.ts";
import { Conversation } from "./conversation.ts";
import type { Desk, Job, Parcel } from "./job.ts";
import { JobQueue } from "./queue.ts";
import type { Session } from "./session.ts";
import type { SmtpTimeouts } from "./timeouts.ts";

/** What a pool is made of. */
export interface PoolOptions {
  /** Opens a session; throws an `Error` whose message says why it cannot. */
  open: (signal: AbortSignal) => Promise<Session>;
  /** Connections at once, at most. */
  connections: number;
  /** Messages over one connection, at most. */
  messages: number;
  timeouts: SmtpTimeouts;
}

/** An attempt to open a connection. */
interface Opening {
  since: number;
  /** Gives it up, since it is not needed any more. */
  giveUp: AbortController;
}

/** After so long a silence another connection is tried beside one that is being opened. */
const SILENT = 2_000;
/** How often it is looked at whether what waits needs another connection. */
const PULSE = 1_000;
/** How long the server's impatience is remembered before one more connection is tried. */
const REMEMBERED = 30_000;
/** A server that takes leave after more than these messages is tired of the connection alone. */
const FEW_MESSAGES = 10;
const STOPPED = "Sending has been stopped.";

/**
 * Connections to one server. It opens them as work waits, up to a limit that falls when
 * the server refuses or dismisses them and rises again in time, replaces those that have
 * served long enough, and closes those that idle. Beside one that the server is silent to it
 * opens another: what hung may have returned.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #queue: JobQueue;
  readonly #stop = new AbortController();
  readonly #lines = new Set<Conversation>();
  /** Idle connections with the timers that end them; the one used last comes last. */
  readonly #idle = new Map<Conversation, ReturnType<typeof setTimeout>>();
  readonly #running = new Set<Promise<void>>();
  readonly #opening = new Set<Opening>();
  #pulse: ReturnType<typeof setTimeout> | undefined;
  #limit: number;
  #limitedAt = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#limit = options.connections;
    this.#queue = new JobQueue({
      total: options.timeouts.total,
      connections: options.connections,
      onRoom: () => this.#attend(),
      onLate: (job, reason) => this.#abort(job, reason),
    });
  }

  /** Hands a parcel over; always comes to an outcome, and never throws. */
  submit(parcel: Parcel): Promise<Handover> {
    const outcome = this.#queue.add(parcel);
    this.#attend();
    return outcome;
  }

  /** Gives up everything that is under way. */
  giveUp(): void {
    this.#stop.abort();
    for (const line of this.#lines) line.abort(STOPPED);
    this.#queue.failWaiting(STOPPED, { isOutage: false });
  }

  /** Closes every connection; nothing may be submitted any more. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#pulse);
    this.#queue.failWaiting(STOPPED, { isOutage: false });
    for (const line of [...this.#idle.keys()]) this.#dropIdle(line);
    while (this.#running.size > 0) await Promise.all(this.#running);
    this.#queue.end();
  }

  /** Finds a connection for what waits. */
  #attend(): void {
    if (this.#queue.waiting === 0 || this.#stop.signal.aborted) return;
    this.#pulse ??= setTimeout(() => this.#lookAgain(), PULSE);
    if (this.#idle.size > 0) {
      const line = [...this.#idle.keys()].at(-1);
      if (!line || !this.#queue.hasNext) return;
      this.#wakeUp(line);
      this.#run(this.#serve(line));
    } else if (this.#mayOpen()) this.#run(this.#open());
  }

  #lookAgain(): void {
    this.#pulse = undefined;
    this.#queue.withdraw();
    this.#attend();
  }

  #mayOpen(): boolean {
    const { connections } = this.#options;
    const now = performance.now();
    if (this.#limit < connections && now - this.#limitedAt > REMEMBERED) {
      this.#limit++;
      this.#limitedAt = now;
    }
    // While nobody is let in, one silent attempt may have another beside it.
    const limit = this.#lines.size === 0
      ? Math.max(2, this.#limit)
      : this.#limit;
    if (this.#lines.size + this.#opening.size >= limit) return false;
    const hopeful = this.#opening.size - this.#silentOnes().length;
    const isNeeded = hopeful + this.#returning() < this.#queue.waiting;
    return isNeeded && (hopeful < this.#limit) && this.#queue.hasNext;
  }

  /** Attempts that the server has been silent to. */
  #silentOnes(): Opening[] {
    const now = performance.now();
    return [...this.#opening].filter(({ since }) => now - since >= SILENT);
  }

  /** How many connections are about to look for work again. */
  #returning(): number {
    let returning = 0;
    for (const line of this.#lines) {
      if (!line.isBusy && !this.#idle.has(line)) returning++;
    }
    return returning;
  }

  async #open(): Promise<void> {
    const giveUp = new AbortController();
    const opening = { since: performance.now(), giveUp };
    this.#opening.add(opening);
    const signal = AbortSignal.any([this.#stop.signal, giveUp.signal]);
    let session: Session;
    try {
      session = await this.#options.open(signal);
    } catch (error) {
      this.#opening.delete(opening);
      const reason = error instanceof Error ? error.message : String(error);
      if (!giveUp.signal.aborted) this.#refused(opening, reason);
      return;
    }
    this.#opening.delete(opening);
    // Others wait for an answer to what this one was answered.
    for (const silent of this.#silentOnes()) silent.giveUp.abort();
    await this.#begin(session);
  }

  async #begin(session: Session): Promise<void> {
    const { timeouts, messages } = this.#options;
    const line = new Conversation(session, {
      desk: this.#desk(),
      timeouts,
      messages,
    });
    this.#lines.add(line);
    if (this.#stop.signal.aborted) line.abort(STOPPED);
    await this.#serve(line);
  }

  async #serve(line: Conversation): Promise<void> {
    let goesOn = true;
    while (goesOn && this.#queue.hasNext) goesOn = await line.work();
    if (goesOn && !this.#stop.signal.aborted) {
      this.#rest(line);
      return;
    }
    this.#lines.delete(line);
    if (line.wasDismissed && line.taken <= FEW_MESSAGES) this.#shrink();
    this.#attend();
    await line.leave();
  }

  #rest(line: Conversation): void {
    const timer = setTimeout(
      () => this.#dropIdle(line),
      this.#options.timeouts.idle,
    );
    this.#idle.set(line, timer);
    this.#run(line.overhear(() => {
      // Only if it has not been at work since.
      if (this.#idle.get(line) === timer) this.#dropIdle(line);
    }));
  }

  #wakeUp(line: Conversation): void {
    clearTimeout(this.#idle.get(line));
    this.#idle.delete(line);
  }

  #dropIdle(line: Conversation): void {
    this.#wakeUp(line);
    this.#lines.delete(line);
    this.#run(line.leave());
  }

  #desk(): Desk {
    const seat = { jobs: new Set<Job>() };
    return {
      next: () => this.#queue.next(seat),
      lost: (job, { reason, isFirst }) => {
        if (isFirst || this.#stop.signal.aborted) {
          job.settle({ kind: "unavailable", reply: reason });
        } else this.#queue.putBack(job, reason);
      },
    };
  }

  /** A connection could not be opened: those that are open go on without it. */
  #refused({ since }: Opening, reason: string): void {
    const isSilent = performance.now() - since >= SILENT;
    // Silence says nothing of how many it takes.
    if (!isSilent) this.#shrink();
    if (this.#lines.size > 0) return;
    if (!isSilent && this.#opening.size > 0) return;
    // Whoever was silent for all its time is not waited for by way of a later attempt.
    for (const { giveUp } of this.#opening) giveUp.abort();
    this.#queue.failWaiting(replyLine(reason), { isOutage: true });
  }

  #shrink(): void {
    this.#limit = Math.max(1, this.#lines.size + this.#opening.size);
    this.#limitedAt = performance.now();
  }

  #abort(job: Job, reason: string): void {
    for (const line of this.#lines) if (line.holds(job)) line.abort(reason);
  }

  #run(work: Promise<void>): void {
    const running = work.finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
