import { z } from "zod";
import { clientList } from "../bench/client_list.ts";
import { coldStart } from "../bench/cold_start.ts";
import { engine } from "../bench/delivery/engine.ts";
import { homeWhileSending } from "../bench/delivery/home_while_sending.ts";
import { largeRun } from "../bench/delivery/large_run.ts";
import { slowDomain } from "../bench/delivery/slow_domain.ts";
import { stopping } from "../bench/delivery/stopping.ts";
import { type Bench, type Figure, holds } from "../bench/figure.ts";
import { firstPaint } from "../bench/first_paint.ts";
import { publicPages } from "../bench/public_pages.ts";
import { buildSite } from "../bench/served.ts";
import { CHROMIUM, SMTP_SINK, SMTP_SOURCE, WRK } from "../tests/tools/known.ts";
import { provide } from "../tests/tools/provide.ts";
import type { Tool } from "../tests/tools/tool.ts";
import { Misuse, runCommand } from "./command.ts";
import { complain, say } from "./terminal.ts";

/** A bench, and the programs that it starts. */
interface Listed {
  bench: Bench;
  needs: readonly Tool[];
}

const BENCHES: Record<string, Listed> = {
  "public-pages": { bench: publicPages, needs: [WRK] },
  "cold-start": { bench: coldStart, needs: [] },
  "first-paint": { bench: firstPaint, needs: [CHROMIUM] },
  "client-list": { bench: clientList, needs: [WRK] },
  "engine": { bench: engine, needs: [SMTP_SINK, SMTP_SOURCE] },
  "large-run": { bench: largeRun, needs: [SMTP_SINK] },
  "stopping": { bench: stopping, needs: [SMTP_SINK] },
  "slow-domain": { bench: slowDomain, needs: [] },
  "home-while-sending": { bench: homeWhileSending, needs: [SMTP_SINK] },
};

/** Measures what the product promises, each figure against its bound. */
await runCommand({
  name: "bench",
  about:
    "Measures the product's figures, each against its bound in the same run.",
  operands: "[BENCH…]",
  flags: {
    json: { type: "boolean", about: "Print one JSON object a line." },
  },
  notes: [
    `Benches: ${Object.keys(BENCHES).join(", ")}; all of them unless told.`,
  ],
  exits: { 1: "a figure missed its bound" },
  input: z.object({
    json: z.boolean().default(false),
    operands: z.array(z.string()),
  }),
  async run({ json, operands }) {
    const names = operands.length > 0 ? operands : Object.keys(BENCHES);
    const benches = names.map(benchOf);
    await provide(benches.flatMap(({ needs }) => needs), complain);
    await buildSite();
    let isKept = true;
    for (const { bench } of benches) {
      for (const figure of await bench(complain)) {
        const holding = holds(figure);
        say(json ? asJson(figure, holding) : asLine(figure, holding));
        isKept &&= holding;
      }
    }
    return isKept ? 0 : 1;
  },
});

function benchOf(name: string): Listed {
  const bench = BENCHES[name];
  if (bench) return bench;
  throw new Misuse(
    `There is no bench "${name}". There are ${
      Object.keys(BENCHES).join(", ")
    }.`,
  );
}

function asJson(
  { figure, value, unit, bound }: Figure,
  isKept: boolean,
): string {
  return JSON.stringify({ figure, value, unit, bound, holds: isKept });
}

function asLine(
  { figure, value, unit, bound, sense }: Figure,
  isKept: boolean,
): string {
  const measured = `${figure}: ${Number(value.toPrecision(3))} ${unit}`;
  if (bound === undefined) return `${measured} (for comparison)`;
  return `${measured} (${sense} ${bound}: ${isKept ? "holds" : "missed"})`;
}
