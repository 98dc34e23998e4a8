import type { Config } from "./config.ts";
import { type Core, type CoreOptions, createCore } from "./core.ts";
import { takeLimits } from "./delivery/limit.ts";
import { openTransport } from "./delivery/transports/open.ts";
import { createLog, type Log } from "./log.ts";
import { openStore } from "./storage/mod.ts";

/** A core over the real world, and the way to leave it. */
export interface OpenCore {
  core: Core;
  log: Log;
  /** Closes the transport and the store. */
  close(): Promise<void>;
}

/** Opens store and transport as configured and puts the core together. */
export async function openCore(
  config: Config,
  { write, ...options }: Pick<CoreOptions, "policy" | "passwords"> & {
    /** Takes a line of the log. */
    write: (line: string) => void;
  },
): Promise<OpenCore> {
  const { url, limits } = takeLimits(config.mailUrl);
  const store = await openStore(config.kvPath);
  const { dkim } = config;
  const transport = openTransport(url, { store, now: store.now, dkim });
  const log = createLog(write, { level: config.logLevel, now: store.now });
  const { baseUrl, mailFrom } = config;
  const core = await createCore({
    ...options,
    policy: { limits, ...options.policy },
    store,
    transport,
    baseUrl,
    mailFrom,
    log,
    later: (work, ms) => Deno.unrefTimer(setTimeout(work, ms)),
  });
  return {
    core,
    log: core.log,
    async close() {
      await core.articles.views.flush();
      await core.cache.idle();
      await core.warnings.idle();
      await transport.close();
      store.close();
    },
  };
}
