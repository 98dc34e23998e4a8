import { Builder } from "fresh/dev";
import { buildStyles } from "./styles/build.ts";

const builder = new Builder();
await buildStyles({ root: import.meta.dirname ?? "." });
if (Deno.args.includes("build")) await builder.build();
else await builder.listen(() => import("./main.ts"));
