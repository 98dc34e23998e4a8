import { parseArgs } from "node:util";
import { z } from "zod";
import { CoreError } from "../core/errors.ts";
import { complain, say } from "./terminal.ts";

/** How a command ended: it did its work, the work failed, or it could not begin. */
export type ExitCode = 0 | 1 | 2;

/** One flag of a command. */
export interface Flag {
  type: "boolean" | "string";
  short?: string;
  /** What stands for its value in the help. */
  value?: string;
  about: string;
}

/** What a command line may say and what it then does. */
export interface Command<T> {
  name: string;
  /** One sentence for the help. */
  about: string;
  flags: Record<string, Flag>;
  /** What may follow the flags, as the help shows it. */
  operands?: string;
  /** Flags by name and the rest as `operands`, checked. */
  input: z.ZodType<T>;
  /** What the exit codes say, where it is more than usual. */
  exits?: Partial<Record<ExitCode, string>>;
  /** Paragraphs below the help's flags. */
  notes?: string[];
  run(input: T): Promise<ExitCode>;
}

/** A command was used wrongly, or cannot begin; the message says what to do. */
export class Misuse extends Error {}

const HELP: Flag = { type: "boolean", short: "h", about: "Show this help." };
const EXITS: Record<ExitCode, string> = {
  0: "done",
  1: "the work failed",
  2: "used wrongly, or cannot begin",
};

/** Does what the command line says and ends the process with the right status. */
export async function runCommand<T>(command: Command<T>): Promise<never> {
  try {
    const input = read(command, Deno.args);
    if (input === undefined) say(helpOf(command));
    Deno.exit(input === undefined ? 0 : await command.run(input));
  } catch (error) {
    complain(`${command.name}: ${sentenceOf(error)}`);
    const cannotBegin = error instanceof Misuse || error instanceof CoreError;
    Deno.exit(cannotBegin ? 2 : 1);
  }
}

/** The first line of what went wrong. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}

function read<T>(command: Command<T>, args: string[]): T | undefined {
  const { values, positionals } = parsed(command, args);
  if (values.help) return undefined;
  const [first] = positionals;
  if (!command.operands && first !== undefined) {
    throw misuse(command, `"${first}" is not expected here.`);
  }
  const { help: _, ...flags } = values;
  const result = command.input.safeParse({
    ...flags,
    ...(command.operands && { operands: positionals }),
  });
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const flag = path[0];
  const isFlag = typeof flag === "string" && flag in command.flags;
  throw misuse(command, isFlag ? `--${flag}: ${message}.` : `${message}.`);
}

function parsed<T>(command: Command<T>, args: string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...command.flags, help: HELP }).map((
      [name, { type, short }],
    ) => [name, { type, ...(short !== undefined && { short }) }]),
  );
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = sentenceOf(error).split(". ", 1);
    throw misuse(command, `${sentence?.replace(/\.$/, "")}.`);
  }
}

function misuse<T>({ name }: Command<T>, sentence: string): Misuse {
  return new Misuse(`${sentence} See deno task ${name} --help.`);
}

function helpOf<T>(command: Command<T>): string {
  const { name, about, flags, operands, notes = [] } = command;
  const exits = Object.entries({ ...EXITS, ...command.exits });
  const shown = Object.entries({ ...flags, help: HELP }).map(
    ([flag, { short, value, about }]) => {
      const names = `${short ? `-${short}, ` : ""}--${flag}`;
      return [value ? `${names} ${value}` : names, about] as const;
    },
  );
  return [
    about,
    "",
    `Usage: deno task ${name} [flags]${operands ? ` ${operands}` : ""}`,
    "",
    "Flags:",
    ...inColumns(shown),
    ...notes.flatMap((note) => ["", note]),
    "",
    "Exit codes:",
    ...inColumns(exits),
  ].join("\n");
}

function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`);
}
