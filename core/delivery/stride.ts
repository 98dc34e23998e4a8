/** How many recipients are taken at once at least. */
const LEAST = 8;
/** Whoever was taken is to be on the way within about this time, in milliseconds. */
const SOON = 25;
const LONG = 100;

/**
 * How many recipients are taken at once, before they are sent: as many as go out in a moment.
 * Fewer would cost speed; of more, more are in doubt if the worker dies.
 */
export class Stride {
  readonly #most: number;
  #size = LEAST;
  #takenAt = -Infinity;

  constructor(most: number) {
    this.#most = Math.max(LEAST, most);
  }

  /** How many to take now: more than before if those went soon, fewer if they took long. */
  next(now = performance.now()): number {
    const time = now - this.#takenAt;
    this.#takenAt = now;
    if (time < SOON) this.#size = Math.min(this.#size * 2, this.#most);
    else if (time > LONG) {
      this.#size = Math.max(LEAST, Math.floor(this.#size / 2));
    }
    return this.#size;
  }
}
