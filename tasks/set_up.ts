import { z } from "zod";
import { CHROMIUM } from "../tests/tools/known.ts";
import { provide } from "../tests/tools/provide.ts";
import { found } from "../tests/tools/tool.ts";
import { runCommand } from "./command.ts";
import { complain, say } from "./terminal.ts";

/** Sees to it that what the tests start is there. */
await runCommand({
  name: "test:set-up",
  about: "Finds or installs what the tests need, and says where it is.",
  flags: {},
  exits: { 0: "everything is there", 1: "something can't be had" },
  input: z.object({}),
  async run() {
    await provide([CHROMIUM], complain);
    say(`${CHROMIUM.name}: ${await found(CHROMIUM)}`);
    return 0;
  },
});
