import { z } from "zod";
import { runCommand } from "./command.ts";
import { dumpFixture, SECTIONS } from "./dump_fixture.ts";
import { withCore } from "./open.ts";
import { say } from "./terminal.ts";

/** Prints the store as a fixture. */
await runCommand({
  name: "dumpdata",
  about: "Prints groups and users, with all that is theirs, as a fixture.",
  flags: {},
  operands: `[${SECTIONS.join(" | ")}]…`,
  notes: [
    "The same data gives the same bytes. Passwords, runs and attempts are left out:\n" +
    "deno task backup keeps everything.",
  ],
  input: z.object({
    operands: z.array(
      z.enum(SECTIONS, { error: `Choose among ${SECTIONS.join(", ")}` }),
    ),
  }),
  run: ({ operands }) =>
    withCore(async (core) => {
      const sections = operands.length > 0 ? operands : SECTIONS;
      const fixture = await dumpFixture(core, sections);
      say(JSON.stringify(fixture, undefined, 2));
      return 0;
    }),
});
