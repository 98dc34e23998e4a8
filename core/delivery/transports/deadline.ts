import type { Outcome } from "../outcome.ts";

/** The time one sending may take altogether; has to be cleared when it is over. */
export class Deadline {
  readonly #ms: number;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;

  /** Starts the clock; `ms` is in milliseconds. */
  constructor(ms: number) {
    this.#ms = ms;
    this.#timer = setTimeout(() => this.#controller.abort(), ms);
  }

  /** Aborts when the time is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the time is over. */
  get passed(): boolean {
    return this.#controller.signal.aborted;
  }

  /** What a sending that ran out of time comes to; `who` did not answer. */
  outcome(who: string): Outcome {
    return {
      kind: "unavailable",
      reply: `The ${who} did not answer within ${this.#ms / 1_000} s.`,
    };
  }

  /** Stops the clock. */
  clear(): void {
    clearTimeout(this.#timer);
  }
}
