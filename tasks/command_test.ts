import assert from "node:assert/strict";
import { assertRefused, runCommandLine, withFolder } from "./test_command.ts";

const COMMANDS = [
  "start",
  "demo",
  "runmailing",
  "createadmin",
  "loaddata",
  "dumpdata",
  "backup",
  "restore",
  "verify",
];
const STORED = COMMANDS.filter((name) => name !== "start" && name !== "demo");

Deno.test("every command tells how it is used, and which exit codes it has", async () => {
  for (const name of COMMANDS) {
    const { code, stdout, stderr } = await runCommandLine(name, ["--help"]);
    assert.match(stdout, new RegExp(`^Usage: deno task ${name}`, "m"));
    assert.match(stdout, /^Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /m);
    assert.equal(stderr, "");
    assert.equal(code, 0);
  }
});

Deno.test("an unknown flag is refused in one line", async () => {
  for (const name of COMMANDS) {
    const ended = await runCommandLine(name, ["--nope"]);
    assertRefused(ended, new RegExp(`^${name}: .*--nope.*--help\\.$`, "m"));
  }
});

Deno.test("a word that nobody asked for is refused in one line", async () => {
  const ended = await runCommandLine("runmailing", ["now"]);
  assertRefused(ended, /"now" is not expected here/);
});

Deno.test("flags that need or exclude another are refused without it", async () => {
  const alone = await runCommandLine("runmailing", ["--now"]);
  assertRefused(alone, /--now needs --mailing/);
  const both = await runCommandLine("runmailing", ["--watch", "--json"]);
  assertRefused(both, /--watch and --json do not go together/);
});

Deno.test("a bad setting is refused in one line before anything is opened", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db`, MAIL_URL: "pigeon:" };
    for (const name of ["start", ...STORED]) {
      const args = name === "backup" ? [`${folder}/file`] : [];
      if (name === "restore") args.push("README.md");
      const ended = await runCommandLine(name, args, { env });
      assertRefused(ended, /MAIL_URL must be/);
    }
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

Deno.test("a store that cannot be reached is told in one line", async () => {
  const env = {
    KV_PATH: "http://127.0.0.1:9",
    DENO_KV_ACCESS_TOKEN: "a-token-of-no-use",
  };
  const ended = await runCommandLine("runmailing", [], { env });
  assertRefused(ended, /The store http:\/\/127\.0\.0\.1:9 cannot be opened/);
  const file = await runCommandLine("verify", [], {
    env: { KV_PATH: "/proc/none/sendoff.db" },
  });
  assertRefused(file, /The store \/proc\/none\/sendoff\.db cannot be opened/);
});

Deno.test("a port that is taken is told in one line", async () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const port = String(taken.addr.port);
  const start = await runCommandLine("start", [], { env: { PORT: port } });
  assertRefused(start, new RegExp(`Port ${port} is taken`));
  const demo = await runCommandLine("demo", ["--port", port]);
  assertRefused(demo, new RegExp(`Port ${port} is taken`));
});

Deno.test("a mailing that does not exist is not sent", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    const args = ["--mailing", "none", "--now"];
    const ended = await runCommandLine("runmailing", args, { env });
    assertRefused(ended, /There is no mailing "none"/);
  });
});
