import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../tests/source_files.ts";
import { runCommand } from "./command.ts";
import { complain } from "./terminal.ts";

/** Upstream is heavier than what stands in for it, so what the pages weigh is told apart. */
const TESTS = ["web", "components", "tests/journeys", "tests/browser"];
const LINK = /\n\s*"links": \["\.\/fresh"\],/;

/** Runs the app's tests on Fresh itself. */
await runCommand({
  name: "test:fresh",
  about:
    "Copies the project, takes the link to fresh/ out of the copy and runs the app's tests there.",
  flags: {},
  notes: ["It needs the registry that Fresh is published on."],
  exits: {
    0: "all passed",
    1: "some failed",
    2: "used wrongly, or Fresh cannot be had",
  },
  input: z.object({}),
  async run() {
    const copy = await copied();
    try {
      const cached = await deno(copy, ["cache", "dev.ts", "main.ts"]);
      if (!cached) {
        complain(
          "Fresh could not be had: its registry does not answer. Nothing was tested.",
        );
        return 2;
      }
      const passed = await deno(copy, ["check", "."]) &&
        await deno(copy, ["run", "-A", "tasks/run_tests.ts", ...TESTS]);
      return passed ? 0 : 1;
    } finally {
      await Deno.remove(copy, { recursive: true });
    }
  },
});

/** A copy of what git knows of the project, in which nothing stands in for Fresh. */
async function copied(): Promise<string> {
  const copy = await Deno.makeTempDir({ prefix: "sendoff-fresh-" });
  const listed = await new Deno.Command("git", {
    args: ["ls-files", "-z"],
    cwd: ROOT,
  }).output();
  const files = new TextDecoder().decode(listed.stdout).split("\0");
  for (const file of files.filter((path) => path && !/^fresh\//.test(path))) {
    await Deno.mkdir(join(copy, file, ".."), { recursive: true });
    await Deno.copyFile(join(ROOT, file), join(copy, file));
  }
  const config = await Deno.readTextFile(join(copy, "deno.json"));
  if (!LINK.test(config)) throw new Error("deno.json has no link to take out");
  await Deno.writeTextFile(join(copy, "deno.json"), config.replace(LINK, ""));
  await Deno.remove(join(copy, "deno.lock"));
  return copy;
}

async function deno(cwd: string, args: string[]): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    stdin: "null",
  }).spawn().status;
  return success;
}
