import { Conflict } from "../errors.ts";

/** Bounds of a limiter. */
export interface LimiterOptions {
  /** How many works run at once. */
  running: number;
  /** How many may wait for their turn. */
  waiting: number;
  /** The sentence for the one who comes when the line is full. */
  refusal: string;
}

/** Runs few works at once, lets some wait in order and refuses the rest with `Conflict`. */
export class Limiter {
  readonly #options: LimiterOptions;
  readonly #line: (() => void)[] = [];
  #running = 0;

  constructor(options: LimiterOptions) {
    this.#options = options;
  }

  /** Runs the work when its turn comes; throws `Conflict` if the line is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> | void {
    if (this.#running < this.#options.running) {
      this.#running++;
      return;
    }
    if (this.#line.length >= this.#options.waiting) {
      throw new Conflict(this.#options.refusal);
    }
    return new Promise((resolve) => this.#line.push(resolve));
  }

  #leave(): void {
    const next = this.#line.shift();
    // The place passes straight to the next in line, so nobody can slip in between.
    if (next) next();
    else this.#running--;
  }
}
