import { z } from "zod";
import { readConfig } from "../core/config.ts";
import { Misuse, runCommand } from "./command.ts";
import { keepDelivering } from "./delivery_process.ts";
import { assertFree, serve } from "./serve.ts";
import { complain, say } from "./terminal.ts";
import { usualWorkers } from "./usual_workers.ts";

type Fetch = (request: Request, info: Deno.ServeHandlerInfo) => Response;

const ROOT = new URL("../", import.meta.url);
const SERVER = new URL("_fresh/server.js", ROOT);

/** Builds the site and serves it. */
await runCommand({
  name: "start",
  about: "Builds the site and serves it, with the worker that sends mailings.",
  flags: {
    "no-build": {
      type: "boolean",
      about: "Serve what deno task build made before.",
    },
  },
  notes: ["Settings come from the environment; see the README."],
  exits: { 0: "ended by a signal" },
  input: z.object({ "no-build": z.boolean().default(false) }),
  async run({ "no-build": isBuilt }) {
    const config = readConfig(Deno.env.toObject());
    const { host: hostname, port, delivers, workers } = config;
    assertFree({ hostname, port });
    if (!isBuilt && !await build()) return 1;
    // Pages answer as fast while mail goes out: that is another process's work.
    Deno.env.set("DELIVERY", "elsewhere");
    const { default: server } = await importServer();
    const url = await serve(server.fetch, { hostname, port });
    if (delivers) keepDelivering(workers ?? usualWorkers());
    say(`Sendoff is at ${url}`);
    return await new Promise<never>(() => {});
  },
});

async function build(): Promise<boolean> {
  complain("Building…");
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "dev.ts", "build"],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).output();
  return success;
}

/** The built server, whose path is known at run time alone: there is none before the build. */
async function importServer(): Promise<{ default: { fetch: Fetch } }> {
  try {
    await Deno.stat(SERVER);
  } catch {
    throw new Misuse("Nothing is built yet. Run deno task build first.");
  }
  return await import(SERVER.href);
}
