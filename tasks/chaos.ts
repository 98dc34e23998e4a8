import { z } from "zod";
import { everyCall } from "../tests/chaos/every_call.ts";
import { type RoundReport, ROUNDS, rounds } from "../tests/chaos/rounds.ts";
import { Misuse, runCommand } from "./command.ts";
import { counted, say } from "./terminal.ts";

const KINDS = Object.keys(ROUNDS);
const Whole = (least: number) =>
  z.string().regex(/^\d{1,9}$/, { error: "Give a whole number" })
    .transform(Number)
    .refine((number) => number >= least, { error: `Give at least ${least}` });

/** Tries the delivery under kills, crashes, faults of the mail server and of the clock. */
await runCommand({
  name: "chaos",
  about:
    "Kills, crashes, freezes and misleads the delivery, and sees that nothing is lost.",
  flags: {
    seed: {
      type: "string",
      value: "N",
      about: "Where chance begins; the time of day unless told.",
    },
    rounds: { type: "string", value: "M", about: "How many; 12 unless told." },
    kind: {
      type: "string",
      value: "KIND",
      about: "Rounds of one kind alone.",
    },
    "every-call": {
      type: "boolean",
      about: "Die at every call to the store and to a mail server in turn.",
    },
    json: { type: "boolean", about: "Print one JSON object a line." },
  },
  notes: [`Kinds, in turn: ${KINDS.join(", ")}.`],
  exits: { 0: "nothing was lost", 1: "something was lost, or went wrong" },
  input: z.object({
    seed: Whole(0).optional(),
    rounds: Whole(1).default(12),
    kind: z.string().optional(),
    "every-call": z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run({ seed = Date.now() % 1_000_000, rounds: count, kind, ...input }) {
    const { json, "every-call": isWalk } = input;
    if (isWalk && kind) {
      throw new Misuse("--every-call and --kind do not go together.");
    }
    const kinds = kind === undefined ? KINDS : [kindOf(kind)];
    const reports: RoundReport[] = [];
    const made = isWalk ? everyCall() : rounds({ seed, count, kinds });
    for await (const report of made) {
      reports.push(report);
      say(json ? JSON.stringify(report) : lineOf(report));
    }
    const failed = reports.filter(({ fault }) => fault !== undefined);
    const { length } = reports;
    if (json) {
      say(JSON.stringify({ seed, rounds: length, failed: failed.length }));
    } else if (isWalk) {
      say(failed.length === 0 ? "Nothing was lost." : "Something was lost.");
    } else say(summaryOf({ seed, count, failed }));
    return failed.length === 0 ? 0 : 1;
  },
});

function kindOf(kind: string): string {
  if (kind in ROUNDS) return kind;
  throw new Misuse(
    `There is no kind "${kind}". There are ${KINDS.join(", ")}.`,
  );
}

function lineOf({ round, kind, seconds, what, fault }: RoundReport): string {
  const beginning = `${round}. ${kind} (${seconds.toFixed(1)} s): `;
  return beginning + (fault === undefined ? what : `FAILED: ${fault}`);
}

function summaryOf(
  { seed, count, failed }: {
    seed: number;
    count: number;
    failed: RoundReport[];
  },
): string {
  const done = `${counted(count, "round")} from seed ${seed}`;
  if (failed.length === 0) return `${done}: nothing was lost.`;
  const again = failed.map(({ kind, seed }) =>
    `  deno task chaos --kind ${kind} --seed ${seed} --rounds 1`
  );
  return [`${done}, ${failed.length} failed. To see them again:`, ...again]
    .join("\n");
}
