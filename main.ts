import { readConfig } from "./core/config.ts";
import { openCore } from "./core/open_core.ts";
import { ensureAdministrator } from "./core/users/administrator.ts";
import { createApp } from "./web/app.ts";
import { orExit } from "./web/or_exit.ts";

const config = await orExit(() => readConfig(Deno.env.toObject()));
// deno-lint-ignore no-console -- the log of a service is its standard error
const write = (line: string) => console.error(line);
const { core, log, close } = await orExit(() => openCore(config, { write }));
const { admin } = config;
if (admin) await orExit(() => ensureAdministrator(core.users, admin));

/** The site. */
export const app = createApp(core, {
  baseUrl: config.baseUrl,
  hasMailbox: config.mailUrl.protocol === "mailbox:",
  isLocal: config.isLocal,
});

Deno.cron("deliver due mailings", "* * * * *", async () => {
  const { trouble } = await core.delivery.run();
  if (trouble) {
    log.warn(`The mail service is left alone for now: ${trouble.reason}`);
  }
});

const ending = new AbortController();
const working = core.delivery.stay(ending.signal);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, async () => {
    ending.abort();
    await working;
    await close();
    Deno.exit(0);
  });
}
