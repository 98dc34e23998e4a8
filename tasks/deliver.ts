import { readConfig } from "../core/config.ts";
import { openCore } from "../core/open_core.ts";
import { complain } from "./terminal.ts";

/** Sends what is due until its input ends: what `start` runs beside the site. */
const config = readConfig(Deno.env.toObject());
const { core, close } = await openCore(config, { write: complain });
const ending = new AbortController();
// A signal to the whole group is the site's to heed: it closes the input.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => {});
}
const working = core.delivery.stay(ending.signal);
for await (const _ of Deno.stdin.readable);
ending.abort();
await working;
await close();
Deno.exit(0);
