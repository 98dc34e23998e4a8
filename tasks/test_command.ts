import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** How a command ended and what it said. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** What a command is run with. */
export interface CommandWorld {
  /** Variables on top of the test's own. */
  env?: Record<string, string>;
  /** What is typed. */
  stdin?: string;
  /** The folder it is run in; the project's own unless told. */
  cwd?: string;
}

/** Starts a command of the command line as a process of its own. */
export function spawnCommand(
  name: string,
  args: string[],
  world: Pick<CommandWorld, "env" | "cwd"> = {},
): Deno.ChildProcess {
  return commandOf(name, args, world).spawn();
}

/** Runs a command of the command line as a process of its own, to its end. */
export async function runCommandLine(
  name: string,
  args: string[] = [],
  world: CommandWorld = {},
): Promise<Ended> {
  const child = commandOf(name, args, world).spawn();
  if (world.stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(world.stdin));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

/** Asserts that a command refused to begin, in one line that holds the words given. */
export function assertRefused(
  { code, stdout, stderr }: Ended,
  words: RegExp,
): void {
  assert.match(stderr, words);
  assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  assert.equal(stdout, "");
  assert.equal(code, 2);
}

/** Runs a test with a folder of its own. */
export async function withFolder(
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "sendoff-test-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function commandOf(
  name: string,
  args: string[],
  { env = {}, stdin, cwd = ROOT }: CommandWorld,
): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", `${ROOT}tasks/${name}.ts`, ...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  });
}
