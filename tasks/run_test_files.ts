import { fileURLToPath } from "node:url";
import type { ExitCode, Flag } from "./command.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The flag of a command that runs some of its tests. */
export const FILTER: Flag = {
  type: "string",
  value: "TEXT",
  about: "Run the tests with these words in their names.",
};

/** Which tests to run, and how. */
export interface TestRun {
  /** Files and folders; everything unless told. */
  paths?: readonly string[];
  /** Words in the names of the tests to run. */
  filter?: string | undefined;
  /** A file to run before each of them. */
  preload?: string;
  /** Whether files run side by side. */
  parallel?: boolean;
  /** When to give up. */
  minutes?: number;
}

/** Runs tests in a process of their own, which says what becomes of them. */
export async function runTestFiles(
  { paths = [], filter, preload, parallel = false, minutes }: TestRun,
): Promise<ExitCode> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [
      "test",
      "-A",
      ...(parallel ? ["--parallel"] : []),
      ...(preload === undefined ? [] : [`--preload=${preload}`]),
      ...(filter === undefined ? [] : [`--filter=${filter}`]),
      ...paths,
    ],
    cwd: ROOT,
    stdin: "null",
    ...(minutes !== undefined &&
      { signal: AbortSignal.timeout(minutes * 60_000) }),
  }).spawn().status;
  return success ? 0 : 1;
}
