import { z } from "zod";
import { installDenokv } from "../tests/denokv/install.ts";
import { runCommand } from "./command.ts";
import { runTestFiles } from "./run_test_files.ts";
import { complain } from "./terminal.ts";

/** Runs on a KV Connect server what is to hold there. */
await runCommand({
  name: "test:denokv",
  about:
    "Tests the storage on a denokv server, and several workers that share one.",
  flags: {
    filter: {
      type: "string",
      value: "TEXT",
      about: "Run the tests with these words in their names.",
    },
  },
  notes: [
    "The first time it builds denokv with cargo into a cache, which takes some minutes.\n" +
    "Servers run on free ports of the loopback, each with a database of its own.",
  ],
  exits: {
    0: "all passed",
    1: "some failed",
    2: "used wrongly, or denokv cannot be built",
  },
  input: z.object({ filter: z.string().optional() }),
  async run({ filter }) {
    complain(await installDenokv(complain));
    const onServers = await runTestFiles({
      paths: ["core/storage", "core/delivery/delivery_test.ts"],
      preload: "tests/denokv/memory_on_server.ts",
      filter,
      minutes: 15,
    });
    const paths = ["tests/denokv/journeys.ts"];
    const journeys = await runTestFiles({ paths, filter, minutes: 15 });
    return onServers === 0 ? journeys : onServers;
  },
});
