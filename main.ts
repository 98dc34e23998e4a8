import { readConfig } from "./core/config.ts";
import { atEnd } from "./web/ending.ts";
import { openSite } from "./web/open_site.ts";
import { orExit } from "./web/or_exit.ts";

const config = await orExit(() => readConfig(Deno.env.toObject()));
// deno-lint-ignore no-console -- the log of a service is its standard error
const write = (line: string) => console.error(line);
const { app, core, log, work, close } = await orExit(() =>
  openSite(config, { write })
);

if (config.delivers) {
  Deno.cron("deliver due mailings", "* * * * *", async () => {
    const { trouble } = await core.delivery.run();
    if (trouble) {
      log.warn(`Mail is held back for now: ${trouble.reason}`);
    }
  });
  work();
}
atEnd(close);

/** The site. */
export { app };
