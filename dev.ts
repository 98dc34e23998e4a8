import { Builder } from "fresh/dev";
import { readConfig } from "./core/config.ts";
import { buildStyles } from "./styles/build.ts";
import { orExit } from "./web/or_exit.ts";

const builder = new Builder();
await buildStyles({ root: import.meta.dirname ?? "." });
if (Deno.args.includes("build")) {
  await builder.build();
} else {
  const config = await orExit(() => readConfig(Deno.env.toObject()));
  const { port, host: hostname } = config;
  await builder.listen(() => import("./main.ts"), { port, hostname });
}
