import { constants, setPriority } from "node:os";
import { withCore } from "./open.ts";

/** How long the end may take, in milliseconds: less than the site waits for it. */
const LIMIT = 8_000;

// Where processors are few, pages come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/**
 * Sends what is due until its input ends: what `start` runs beside the site. The input ends with
 * the site, however that ends.
 */
const status = await withCore(async (core) => {
  // A signal to the whole group is the site's to heed: it closes the input.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {});
  }
  const ending = new AbortController();
  const working = core.delivery.stay(ending.signal);
  for await (const _ of Deno.stdin.readable);
  // Nobody is left to work for: what hangs by then is in doubt, and the next worker's.
  setTimeout(() => Deno.exit(1), LIMIT);
  ending.abort();
  await working;
  return 0;
});
Deno.exit(status);
