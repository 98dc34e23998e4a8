import { dirname } from "node:path";
import { z } from "zod";
import { dump, type Store } from "../core/storage/mod.ts";
import { Misuse, runCommand, sentenceOf } from "./command.ts";
import { withSnapshot } from "./open.ts";
import { count, say } from "./terminal.ts";

/** Lines written together. */
const AT_ONCE = 500;

/** Writes the whole store into a file. */
await runCommand({
  name: "backup",
  about: "Writes everything that the store holds into a file.",
  flags: {
    stopped: {
      type: "boolean",
      about: "Nothing writes to the store now: for one that gives no snapshot.",
    },
    json: { type: "boolean", about: "Print the numbers as JSON." },
  },
  operands: "FILE",
  notes: [
    "The file appears under its name once it is complete. Beside a running server it\n" +
    "holds the store as it was at one moment. A KV Connect server gives no snapshot:\n" +
    "end everything that writes there, and say --stopped.",
  ],
  input: z.object({
    operands: z.tuple([z.string()], { error: "Name one file" }),
    stopped: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  run: ({ operands: [file], stopped, json }) =>
    withSnapshot(stopped, async (store) => {
      const entries = await backUp(store, file);
      say(
        json
          ? JSON.stringify({ file, entries })
          : `${count(entries)} entries in ${file}`,
      );
      return 0;
    }),
});

/** Writes the lines beside the file and gives them its name at the end. */
async function backUp(store: Store, file: string): Promise<number> {
  const unfinished = await beside(file);
  try {
    const lines = await writeLines(store, unfinished);
    await Deno.rename(unfinished, file);
    // The first line names the format, the last one the number.
    return lines - 2;
  } catch (error) {
    await Deno.remove(unfinished).catch(() => {});
    throw error;
  }
}

async function beside(file: string): Promise<string> {
  try {
    const options = { dir: dirname(file), prefix: ".backup-" };
    return await Deno.makeTempFile(options);
  } catch (error) {
    throw new Misuse(`${file} cannot be written: ${sentenceOf(error)}`);
  }
}

async function writeLines(store: Store, path: string): Promise<number> {
  using file = await Deno.open(path, { write: true });
  let lines = 0;
  let pending: string[] = [];
  for await (const line of dump(store)) {
    pending.push(`${line}\n`);
    if (++lines % AT_ONCE !== 0) continue;
    await write(file, pending);
    pending = [];
  }
  await write(file, pending);
  await file.sync();
  return lines;
}

async function write(file: Deno.FsFile, lines: string[]): Promise<void> {
  let rest = new TextEncoder().encode(lines.join(""));
  while (rest.length > 0) rest = rest.subarray(await file.write(rest));
}
