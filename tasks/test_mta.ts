import { z } from "zod";
import { assertNamespaces } from "../tests/mta/jail.ts";
import { unpacked } from "../tests/mta/packages.ts";
import { SERVER_KINDS } from "../tests/mta/server_kinds.ts";
import { runCommand } from "./command.ts";
import { FILTER, runTestFiles } from "./run_test_files.ts";
import { complain } from "./terminal.ts";

/** Sends mailings to real mail servers. */
await runCommand({
  name: "test:mta",
  about:
    "Sends mailings to Postfix, Exim and OpenSMTPD on this machine, and reads them back.",
  flags: {
    filter: FILTER,
  },
  notes: [
    "Needs Linux, root and apt. The servers come from Debian's packages, which are\n" +
    "unpacked into a cache and not installed; each runs on a port of the loopback, in\n" +
    "a folder and with processes of its own, and leaves the machine's mail alone.",
  ],
  exits: {
    0: "all passed",
    1: "some failed",
    2: "used wrongly, or a server cannot be had",
  },
  input: z.object({ filter: z.string().optional() }),
  async run({ filter }) {
    await assertNamespaces();
    for (const kind of SERVER_KINDS) {
      complain(`${kind.name}: ${await unpacked(kind)}`);
    }
    const paths = ["tests/mta/journeys.ts"];
    return await runTestFiles({ paths, filter, minutes: 15 });
  },
});
