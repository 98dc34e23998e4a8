interface Waiting {
  begin: () => void;
  fail: (reason: unknown) => void;
}

/** Lets a number of requests run at a time; the others wait for their turn. */
export class Turns {
  readonly #most: number;
  #waiting: Waiting[] = [];
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work when it is its turn; throws what `failWaiting` is given meanwhile. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#most) this.#running++;
    else {
      await new Promise<void>((begin, fail) =>
        this.#waiting.push({ begin, fail })
      );
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.begin();
      else this.#running--;
    }
  }

  /** Ends the wait of all, since there is nothing to wait for. */
  failWaiting(reason: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { fail } of waiting) fail(reason);
  }
}
