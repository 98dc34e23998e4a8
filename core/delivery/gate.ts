/** What a gate lets through. */
export interface GateLimits {
  /** Messages under way at a time. */
  inFlight: number;
  /** Messages started in a second; `Infinity` for no limit. */
  perSecond: number;
}

/** Holds messages back under a limit of concurrency and one of rate. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #now: () => Date;
  readonly #queue: (() => void)[] = [];
  #inside = 0;
  #nextStart = 0;

  constructor(limits: GateLimits, now: () => Date) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Waits for a place; each `enter` needs its `leave`. */
  async enter(): Promise<void> {
    if (this.#inside < this.#limits.inFlight) this.#inside++;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    await this.#pace();
  }

  /** Gives the place to the next who waits. */
  leave(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#inside--;
  }

  async #pace(): Promise<void> {
    if (this.#limits.perSecond === Infinity) return;
    const now = this.#now().getTime();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + 1_000 / this.#limits.perSecond;
    if (start > now) {
      await new Promise((resolve) => setTimeout(resolve, start - now));
    }
  }
}
