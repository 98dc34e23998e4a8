// What `runmailing --watch` does, with parts of a mailing so small that several have some.
import { readConfig } from "../../core/config.ts";
import type { Policy } from "../../core/delivery/policy.ts";
import { openCore } from "../../core/open_core.ts";

const SMALL_SHARDS = { shardSize: 100, runCouriers: 2 } satisfies Partial<
  Policy
>;

const config = readConfig(Deno.env.toObject());
const { core, close } = await openCore(config, {
  write: () => {},
  policy: SMALL_SHARDS,
});
const ending = new AbortController();
Deno.addSignalListener("SIGTERM", () => ending.abort());
await core.delivery.stay(ending.signal);
await close();
Deno.exit(0);
