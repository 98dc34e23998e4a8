/** How waits grow, in milliseconds. */
export interface Growth {
  first: number;
  longest: number;
}

/** The wait after so many failures, from one on: it doubles with each, up to the longest. */
export function backoff(failures: number, { first, longest }: Growth): number {
  return Math.min(longest, first * 2 ** (failures - 1));
}
