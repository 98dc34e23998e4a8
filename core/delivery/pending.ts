/** Works that have begun and not ended: counted, not kept. */
export class Pending {
  #count = 0;
  #none: PromiseWithResolvers<void> | undefined;

  /** One more has begun. */
  begin(): void {
    this.#count++;
  }

  /** One of them has ended. */
  end(): void {
    this.#count--;
    if (this.#count > 0) return;
    this.#none?.resolve();
    this.#none = undefined;
  }

  /** Settles once all have ended. */
  none(): Promise<void> {
    if (this.#count === 0) return Promise.resolve();
    this.#none ??= Promise.withResolvers();
    return this.#none.promise;
  }
}
