import { fileURLToPath } from "node:url";
import { z } from "zod";
import { buildStyles } from "../styles/build.ts";
import { CHROMIUM } from "../tests/tools/known.ts";
import { provide } from "../tests/tools/provide.ts";
import { runCommand } from "./command.ts";
import { FILTER, runTestFiles } from "./run_test_files.ts";
import { complain } from "./terminal.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs the tests. */
await runCommand({
  name: "test",
  about: "Builds the styles and runs all tests, or those of some files.",
  flags: {
    filter: FILTER,
  },
  operands: "[PATH]…",
  exits: { 0: "all passed", 1: "some failed" },
  input: z.object({
    filter: z.string().optional(),
    operands: z.array(z.string()),
  }),
  async run({ filter, operands }) {
    // Test files run side by side: what they share is there before the first of them.
    await provide([CHROMIUM], complain);
    await buildStyles({ root: ROOT });
    return await runTestFiles({ paths: operands, filter, parallel: true });
  },
});
