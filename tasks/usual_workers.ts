/** More would mostly wait for the store. */
const MOST = 4;

/** Processes that send best on this machine: the site, the store and the mail server need processors too. */
export function usualWorkers(): number {
  const half = Math.floor(navigator.hardwareConcurrency / 2);
  return Math.max(1, Math.min(MOST, half));
}
