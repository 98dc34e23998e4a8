import { constants, setPriority } from "node:os";
import { withCore } from "./open.ts";

// Where processors are few, pages come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Sends what is due until its input ends: what `start` runs beside the site. */
const status = await withCore(async (core) => {
  // A signal to the whole group is the site's to heed: it closes the input.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {});
  }
  const ending = new AbortController();
  const working = core.delivery.stay(ending.signal);
  for await (const _ of Deno.stdin.readable);
  ending.abort();
  await working;
  return 0;
});
Deno.exit(status);
