/** Wakes the one who waits by it; one that rang before ends the next wait at once. */
export class Bell {
  #hasRung = false;
  #wake = () => {};

  /** Ends the wait. */
  ring(): void {
    this.#hasRung = true;
    this.#wake();
  }

  /** Waits until it rings, but neither longer than so many milliseconds nor beyond the signal. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        this.#wake = () => {};
        this.#hasRung = false;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
      this.#wake = done;
      if (this.#hasRung || signal.aborted) done();
    });
  }
}
