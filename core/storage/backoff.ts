/** What waiting needs from the world. */
export interface Waiting {
  /** Resolves after so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** Waits with the machine's own timer and chance. */
export const realWaiting: Waiting = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

const FIRST_MS = 2;
const LONGEST_MS = 120;

/** How long to wait before the given repetition (from 0), in milliseconds: growing, and by chance. */
export function backoff(repetition: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** repetition);
  return 1 + random() * ceiling;
}
