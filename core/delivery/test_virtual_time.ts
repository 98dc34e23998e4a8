import type { Store } from "../storage/mod.ts";

/** How many steps of promises may follow one another before somebody waits. */
const STEPS = 60;

/** A clock that stands still while anything happens, and jumps to the next instant waited for. */
export class VirtualTime {
  #time: number;
  #waiting: { until: number; resolve: () => void }[] = [];

  #transactions = 0;

  constructor(start: number) {
    this.#time = start;
  }

  /** The instant it shows. */
  readonly now = (): Date => new Date(this.#time);

  /** Moves it on, in milliseconds. */
  pass(ms: number): void {
    this.#time += ms;
  }

  /** Waits by it, in milliseconds. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ until: this.#time + ms, resolve });
    });
  }

  /** Lets the clock stand still while the store is at work. */
  watch(store: Store): void {
    const transact = store.transact.bind(store);
    store.transact = async (work) => {
      this.#transactions++;
      try {
        return await transact(work);
      } finally {
        this.#transactions--;
      }
    };
  }

  /** Runs what waits by it to its end. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const ending = work.finally(() => isDone = true);
    ending.catch(() => {});
    while (!isDone) {
      for (let step = 0; step < STEPS; step++) await Promise.resolve();
      if (this.#transactions === 0) this.#jump();
      else await new Promise((resolve) => setTimeout(resolve));
    }
    return await ending;
  }

  #jump(): void {
    this.#waiting.sort((a, b) => a.until - b.until);
    const next = this.#waiting.shift();
    if (!next) return;
    this.#time = Math.max(this.#time, next.until);
    next.resolve();
  }
}
