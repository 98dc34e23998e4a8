import { z } from "zod";
import type { Core } from "../core/core.ts";
import { type ExitCode, Misuse, runCommand } from "./command.ts";
import { reportDryRun } from "./dry_run.ts";
import { withCore } from "./open.ts";
import { Progress } from "./progress.ts";
import { lineOf, nameOf, reportRun } from "./run_report.ts";
import { complain, say } from "./terminal.ts";

const Input = z.object({
  mailing: z.string().optional(),
  now: z.boolean().default(false),
  "dry-run": z.boolean().default(false),
  watch: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Input = z.infer<typeof Input>;

/** Sends the mailings that are due. */
await runCommand({
  name: "runmailing",
  about: "Sends the mailings that are due, then ends.",
  flags: {
    mailing: {
      type: "string",
      value: "ID",
      about: "Serve this mailing alone, whoever owns it.",
    },
    now: {
      type: "boolean",
      about: "Send it now, whatever its schedule says (with --mailing).",
    },
    "dry-run": {
      type: "boolean",
      about: "Tell what would go to whom, and change nothing.",
    },
    watch: {
      type: "boolean",
      about: "Stay, and send what becomes due, until a signal.",
    },
    json: { type: "boolean", about: "Print one JSON object at the end." },
  },
  notes: [
    "It may run beside a server on the same store: nothing goes out twice.",
  ],
  exits: {
    0: "what was due was handed over, or nothing was due",
    1: "the mail service takes nothing, or it was stopped; messages wait",
  },
  input: Input,
  run: (input) => {
    refuseContradictions(input);
    return withCore((core) => serve(core, input));
  },
});

async function serve(core: Core, input: Input): Promise<ExitCode> {
  const { now, json, "dry-run": isDry, watch } = input;
  const mailing = input.mailing === undefined
    ? undefined
    : await findMailing(core, input.mailing);
  const wanted = { ...(mailing && { mailing }), now };
  if (isDry) return await reportDryRun(core, wanted, { json });
  const ending = new AbortController();
  atSignal(ending);
  if (watch) return await stay(core, ending.signal);
  const { signal } = ending;
  const work = core.delivery.run({ ...wanted, signal });
  const report = await new Progress(core).during(work);
  return await reportRun(core, report, { json, stopped: signal.aborted });
}

async function stay(core: Core, signal: AbortSignal): Promise<ExitCode> {
  complain("Waiting for mailings to become due; Ctrl-C ends it.");
  const progress = new Progress(core, {
    onEnded: async (report) => say(lineOf(report, await nameOf(core, report))),
  });
  await progress.during(core.delivery.stay(signal));
  return 0;
}

async function findMailing(core: Core, id: string) {
  const found = core.mailings.everywhere().iterate({
    where: (mailing) => mailing.id === id && !mailing.deletedAt,
  });
  for await (const { record } of found) {
    return { ownerId: record.ownerId, id };
  }
  throw new Misuse(`There is no mailing "${id}".`);
}

function refuseContradictions({ mailing, now, watch, ...input }: Input): void {
  if (now && mailing === undefined) {
    throw new Misuse("--now needs --mailing ID: it says which one to send.");
  }
  const other = mailing !== undefined
    ? "mailing"
    : input.json
    ? "json"
    : input["dry-run"]
    ? "dry-run"
    : undefined;
  if (watch && other) {
    throw new Misuse(`--watch and --${other} do not go together.`);
  }
}

function atSignal(ending: AbortController): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => ending.abort());
  }
}
