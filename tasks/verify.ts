import { z } from "zod";
import { type Verification, verify } from "../core/upkeep/verify.ts";
import { runCommand } from "./command.ts";
import { withStore } from "./open.ts";
import { count, counted, say } from "./terminal.ts";

/** Compares counters and indexes with the records. */
await runCommand({
  name: "verify",
  about: "Compares counters and indexes with the records they stand for.",
  flags: {
    repair: { type: "boolean", about: "Make them agree with the records." },
    json: { type: "boolean", about: "Print what differs as JSON." },
  },
  notes: [
    "Run it while nobody writes: what changes meanwhile shows up as a difference.\n" +
    "The numbers of runs that are under way are left out.",
  ],
  exits: {
    0: "all agrees, or was made to",
    1: "something differs",
  },
  input: z.object({
    repair: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  run: ({ repair, json }) =>
    withStore(async (store) => {
      const found = await verify(store, { repair });
      const lines = linesOf(found);
      const clashes = Object.values(found.indexes)
        .some((report) => report.clashes > 0);
      if (json) say(JSON.stringify({ ...found, repaired: repair }));
      else {
        for (const line of lines) say(line);
        say(conclusion(lines.length, { repair, clashes }));
      }
      return lines.length === 0 || (repair && !clashes) ? 0 : 1;
    }),
});

function linesOf({ counters, indexes }: Verification): string[] {
  return [
    ...counters.map(({ counter, kept, counted }) =>
      `counter ${counter.join("/")}: says ${count(kept)}, the records say ${
        count(counted)
      }`
    ),
    ...Object.entries(indexes).flatMap(([name, report]) => [
      ...told(report.removed, `index of ${name}: % too many`),
      ...told(report.added, `index of ${name}: % too few`),
      ...told(report.clashes, `index of ${name}: % claimed by two records`),
    ]),
  ];
}

function told(entries: number, sentence: string): string[] {
  if (entries === 0) return [];
  const shown = `${count(entries)} ${entries === 1 ? "entry" : "entries"}`;
  return [sentence.replace("%", () => shown)];
}

function conclusion(
  differences: number,
  { repair, clashes }: { repair: boolean; clashes: boolean },
): string {
  if (differences === 0) return "Counters and indexes agree with the records.";
  const found = counted(differences, "difference");
  if (!repair) return `${found}. Run it with --repair to make them agree.`;
  return clashes
    ? `${found}, repaired but for what two records claim.`
    : `${found}, repaired.`;
}
