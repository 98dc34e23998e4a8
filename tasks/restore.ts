import { z } from "zod";
import { load } from "../core/storage/mod.ts";
import { Misuse, runCommand, sentenceOf } from "./command.ts";
import { withStore } from "./open.ts";
import { count, say } from "./terminal.ts";

/** Fills an empty store from a backup. */
await runCommand({
  name: "restore",
  about: "Fills an empty store with what a backup holds.",
  flags: { json: { type: "boolean", about: "Print the numbers as JSON." } },
  operands: "FILE",
  exits: {
    2: "used wrongly, the store is not empty, or the backup is damaged",
  },
  input: z.object({
    operands: z.tuple([z.string()], { error: "Name one file" }),
    json: z.boolean().default(false),
  }),
  async run({ operands: [file], json }) {
    using source = await open(file);
    return await withStore(async (store) => {
      const entries = await load(store, linesOf(source.readable));
      say(
        json
          ? JSON.stringify({ file, entries })
          : `${count(entries)} entries from ${file}`,
      );
      return 0;
    });
  },
});

async function open(file: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(file);
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${sentenceOf(error)}`);
  }
}

async function* linesOf(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of bytes.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
