import { z } from "zod";
import { buildStyles } from "../styles/build.ts";
import { ROOT } from "../tests/source_files.ts";
import { installDenokv } from "../tests/denokv/install.ts";
import { runCommand } from "./command.ts";
import { FILTER, runTestFiles } from "./run_test_files.ts";
import { complain } from "./terminal.ts";

/** What usually runs on a KV in memory: the storage, the delivery, and the story of a company. */
const ON_SERVERS = [
  "core/storage",
  "core/delivery/delivery_test.ts",
  "tests/journeys/account_test.ts",
  "tests/journeys/clients_test.ts",
  "tests/journeys/messages_test.ts",
  "tests/journeys/mailings_test.ts",
  "tests/journeys/reports_test.ts",
];

/** Runs on a KV Connect server what is to hold there. */
await runCommand({
  name: "test:denokv",
  about:
    "Tests the storage and the site on denokv servers, and several workers that share one.",
  flags: {
    filter: FILTER,
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
    await buildStyles({ root: ROOT });
    const onServers = await runTestFiles({
      paths: ON_SERVERS,
      preload: "tests/denokv/memory_on_server.ts",
      filter,
      minutes: 15,
    });
    const paths = ["tests/denokv/journeys.ts"];
    const journeys = await runTestFiles({ paths, filter, minutes: 15 });
    return onServers === 0 ? journeys : onServers;
  },
});
