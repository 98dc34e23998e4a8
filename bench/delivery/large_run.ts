import { z } from "zod";
import type { User } from "../../core/users/user.ts";
import { ownerWith } from "../crowd.ts";
import type { Bench } from "../figure.ts";
import { fillStore } from "../served.ts";
import { startMailSink } from "./mail_sink.ts";
import { outputOf } from "./process.ts";
import { sent } from "./sent.ts";

const LARGE = 1_000_000;
const SMALL = 100_000;
const MEGABYTE = 1_000_000;

const Planned = z.object({ seconds: z.number() });

/** A run of a million against one of a tenth, over a real connection and a real file. */
export const largeRun: Bench = async (tell) => {
  await using sink = await startMailSink();
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled: owners } = await fillStore(folder, async (core) => ({
      small: await ownerWith(core, { clients: SMALL, tell }),
      large: await ownerWith(core, { clients: LARGE, tell }),
    }));
    const send = async (owner: User, expected: number) => {
      tell(`Sending ${expected} messages…`);
      const args = [path, sink.port, owner.email];
      const run = await sent(expected, "send_run.ts", ...args);
      tell(`${Math.round(expected / run.seconds)} a second`);
      return run;
    };
    tell("Planning…");
    const planned = Planned.parse(
      await outputOf("plan_run.ts", path, owners.large.email),
    );
    const small = await send(owners.small, SMALL);
    const large = await send(owners.large, LARGE);
    return [
      {
        figure: "time of a run of 1,000,000 against one of 100,000",
        value: large.seconds / small.seconds,
        unit: "times",
        bound: 11,
        sense: "at most",
      },
      {
        figure: "resident memory during the run of 1,000,000",
        value: large.memory / MEGABYTE,
        unit: "MB",
        bound: 300,
        sense: "at most",
      },
      {
        figure: "planning recipients into the queue",
        value: LARGE / planned.seconds,
        unit: "a second",
        bound: 50_000,
        sense: "at least",
      },
    ];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};
