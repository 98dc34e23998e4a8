import type { Config } from "../core/config.ts";
import { CoreError } from "../core/errors.ts";
import { type OpenCore, openCore } from "../core/open_core.ts";
import { ensureAdministrator } from "../core/users/administrator.ts";
import { createApp } from "./app.ts";
import { FIRST_GROUPS } from "./first_groups.ts";
import type { SecureApp } from "./secure_app.ts";
import { whyUnopened } from "./unopened_store.ts";

/** A site over the real world, with the worker that delivers for it. */
export interface OpenSite extends OpenCore {
  app: SecureApp;
  /** Begins to deliver; `close` ends it. */
  work(): void;
}

/** Opens store and transport as configured and puts the site over them. */
export async function openSite(
  config: Config,
  options: Parameters<typeof openCore>[1],
): Promise<OpenSite> {
  const { core, log, close } = await openCore(config, options)
    .catch((error) => {
      if (error instanceof CoreError) throw error;
      throw new Error(whyUnopened(config, error), { cause: error });
    });
  await core.groups.loadFirst(FIRST_GROUPS);
  if (config.admin) await ensureAdministrator(core.users, config.admin);
  const app = createApp(core, {
    baseUrl: config.baseUrl,
    hasMailbox: config.mailUrl.protocol === "mailbox:",
    isLocal: config.isLocal,
    trustedProxies: config.trustedProxies,
  });
  const ending = new AbortController();
  let working: Promise<void> | undefined;
  return {
    app,
    core,
    log,
    work: () => void (working ??= core.delivery.stay(ending.signal)),
    async close() {
      ending.abort();
      await working;
      await close();
    },
  };
}
