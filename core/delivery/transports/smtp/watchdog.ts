/**
 * Calls back when a time is over. Moving the time is cheap, however often it is done: a
 * timer that rings too early is set again then, instead of at every move.
 */
export class Watchdog {
  readonly #onLate: () => void;
  #deadline = Infinity;
  #rings = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onLate: () => void) {
    this.#onLate = onLate;
  }

  /** Calls back in `ms` milliseconds unless it hears otherwise. */
  expect(ms: number): void {
    this.#deadline = performance.now() + ms;
    if (this.#deadline < this.#rings) this.#set(ms);
  }

  /** Nothing is expected for now. */
  rest(): void {
    this.#deadline = Infinity;
  }

  /** Ends its timer for good. */
  end(): void {
    clearTimeout(this.#timer);
    this.#deadline = Infinity;
    this.#rings = Infinity;
  }

  #set(ms: number): void {
    clearTimeout(this.#timer);
    this.#rings = this.#deadline;
    // Never fires before it is due, or it would be set again and again.
    this.#timer = setTimeout(() => this.#ring(), Math.ceil(ms) + 1);
  }

  #ring(): void {
    this.#rings = Infinity;
    if (this.#deadline === Infinity) return;
    const left = this.#deadline - performance.now();
    if (left > 0) this.#set(left);
    else this.#onLate();
  }
}
