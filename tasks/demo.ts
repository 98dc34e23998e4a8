import { fileURLToPath } from "node:url";
import { Builder } from "fresh/dev";
import { z } from "zod";
import { readConfig } from "../core/config.ts";
import { buildStyles } from "../styles/build.ts";
import { atEnd, runEndings } from "../web/ending.ts";
import { type OpenSite, openSite } from "../web/open_site.ts";
import { runCommand } from "./command.ts";
import { launchDemoMailing, loadDemoWorld } from "./demo_world.ts";
import { type Address, assertFree, freePort, serve } from "./serve.ts";
import { apart, coloured, complain, say } from "./terminal.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Slow enough to watch 200 messages go out, quick enough not to wait. */
const PACE = { limits: { service: { rate: 25 }, owner: {} } };
const SECONDS_BEFORE = 3;

type Ready = Awaited<ReturnType<typeof begin>>;

/** Shows the whole of Sendoff on a machine where nothing is set up. */
await runCommand({
  name: "demo",
  about:
    "Serves a small sample world in which a mailing goes out as you watch.",
  flags: {
    port: {
      type: "string",
      short: "p",
      value: "PORT",
      about:
        "Listen there; without it on PORT, or the first free port from 8000.",
    },
    json: {
      type: "boolean",
      about: "Print one line of JSON with the addresses once it is up.",
    },
  },
  notes: [
    "Store and mailbox are in a temporary folder that is removed at the end.",
    "PORT, HOST and BASE_URL say where it listens and what links begin with.",
  ],
  exits: { 0: "ended by a signal" },
  input: z.object({
    port: z.coerce.number("a number from 1 to 65535").int().min(1).max(65_535)
      .optional(),
    json: z.boolean().default(false),
  }),
  async run({ port: wanted, json }) {
    const address = addressFor(wanted);
    if (!json) complain("Preparing the demo…");
    const ready = await begin(address).catch(async (error) => {
      await runEndings();
      throw error;
    });
    say(json ? JSON.stringify(ready) : described(ready));
    return await new Promise<never>(() => {});
  },
});

/** Where to listen: as told, or as the environment says, or where there is room. */
function addressFor(wanted: number | undefined): Address {
  const { PORT, HOST: hostname = "127.0.0.1" } = Deno.env.toObject();
  if (wanted === undefined && PORT === undefined) {
    return { hostname, port: freePort({ hostname, port: 8000 }) };
  }
  const port = wanted ?? readConfig({ PORT }).port;
  assertFree({ hostname, port });
  return { hostname, port };
}

async function begin({ hostname, port }: Address) {
  const folder = await Deno.makeTempDir({ prefix: "sendoff-demo-" });
  atEnd(() => Deno.remove(folder, { recursive: true }));
  const config = readConfig({
    PORT: String(port),
    HOST: hostname,
    BASE_URL: Deno.env.get("BASE_URL"),
    KV_PATH: `${folder}/demo.db`,
    LOG_LEVEL: "warn",
  });
  const site = await openSite(config, { write: complain, policy: PACE });
  atEnd(() => site.close());
  const [signIns] = await Promise.all([loadDemoWorld(site.core), build(site)]);
  const url = await serve(site.app.handler(), { hostname, port });
  const { id, name, nextDueAt } = await launchDemoMailing(site.core, {
    seconds: SECONDS_BEFORE,
  });
  site.work();
  const mailing = { id, name, url: `${url}/mailings/${id}`, at: nextDueAt };
  return { url, signIns, mailing, mailbox: `${url}/mailbox` };
}

async function build({ app }: OpenSite): Promise<void> {
  await buildStyles({ root: ROOT });
  const apply = await apart(() =>
    new Builder({ root: ROOT }).build({ snapshot: "memory" })
  );
  apply(app);
}

function described({ url, signIns, mailing, mailbox }: Ready): string {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  return [
    "",
    `  Sendoff is at ${coloured(url, "bold")}`,
    "",
    ...signIns.map(({ email, password, groups }) =>
      `  ${email.padEnd(width)}  ${password.padEnd(22)} ${groups.join(", ")}`
    ),
    "",
    `  Sign in as the owner and watch "${mailing.name}" go out to 200 clients:`,
    `  ${coloured(mailing.url, "blue")}`,
    `  Every message lands in the mailbox: ${coloured(mailbox, "blue")}`,
    "",
    "  Ctrl-C ends the demo and leaves nothing behind.",
    "",
  ].join("\n");
}
