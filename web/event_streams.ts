const MOST = 4;

/** The event streams that are open on this site: a few for each person, as each costs reads. */
export class EventStreams {
  readonly #open = new Map<string, number>();

  /** Whether somebody has as many open as one person may. */
  isFull(userId: string): boolean {
    return this.#openOf(userId) >= MOST;
  }

  /** The source's events, counted as somebody's stream while they last; none where it is one too many. */
  async *within(
    userId: string,
    source: () => AsyncIterable<string>,
  ): AsyncGenerator<string> {
    if (this.isFull(userId)) return;
    this.#open.set(userId, this.#openOf(userId) + 1);
    try {
      yield* source();
    } finally {
      const left = this.#openOf(userId) - 1;
      if (left > 0) this.#open.set(userId, left);
      else this.#open.delete(userId);
    }
  }

  #openOf(userId: string): number {
    return this.#open.get(userId) ?? 0;
  }
}
