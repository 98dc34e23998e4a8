import { z } from "zod";
import { createPasswords } from "../../core/access/passwords.ts";
import { readConfig } from "../../core/config.ts";
import { openCore } from "../../core/open_core.ts";
import { launch } from "./mailing.ts";
import { print } from "./print.ts";

/** Sends one mailing to all clients of an owner and says how that went: run in a process of its own. */
const [path = "", port = "", email = ""] = z.array(z.string()).parse(Deno.args);

const OFTEN = 20;

const config = readConfig({
  KV_PATH: path,
  MAIL_URL: `smtp://127.0.0.1:${port}?tls=off`,
  MAIL_FROM: "news@sendoff.example",
});
const { core, close } = await openCore(config, {
  write: () => {},
  passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
});
const owner = await core.users.findByEmail(email);
if (!owner) throw new Error(`There is no ${email}`);
const mailing = await launch(core, owner);

const begun = performance.now();
let planned: number | undefined;
let memory = 0;
const watch = setInterval(async () => {
  memory = Math.max(memory, Deno.memoryUsage().rss);
  if (planned !== undefined) return;
  const { items: [run] } = await core.runs.of(owner.id).list(mailing.id);
  if (run && run.state !== "planning") planned ??= performance.now() - begun;
}, OFTEN);
const report = await core.delivery.run();
const seconds = (performance.now() - begun) / 1_000;
clearInterval(watch);
await close();

const mine = report.runs.find(({ run }) => run.mailingId === mailing.id);
print({
  delivered: mine?.totals.delivered ?? 0,
  seconds,
  plannedWithin: (planned ?? seconds * 1_000) / 1_000,
  memory,
  processor: processorSeconds(),
});

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
