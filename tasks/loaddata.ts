import { z } from "zod";
import { FIRST_GROUPS } from "../web/first_groups.ts";
import { runCommand } from "./command.ts";
import { type Fixture, readFixture } from "./fixture.ts";
import { type Loaded, loadFixture } from "./load_fixture.ts";
import { withCore } from "./open.ts";
import { counted, say } from "./terminal.ts";

/** Adds what fixtures hold to the store. */
await runCommand({
  name: "loaddata",
  about:
    "Adds what a fixture holds: groups, users and all that is theirs, articles.",
  flags: { json: { type: "boolean", about: "Print what was added as JSON." } },
  operands: "[groups | world | articles | FILE]…",
  notes: [
    "A name stands for a file in fixtures/; without any, groups are loaded.",
    "All fixtures are checked before anything is written. What is there already\n" +
    "stays as it is, but groups get the permissions of the fixture. New users get\n" +
    "a password, which is printed once.",
  ],
  exits: { 2: "used wrongly, or a fixture is damaged; nothing was written" },
  input: z.object({
    operands: z.array(z.string()),
    json: z.boolean().default(false),
  }),
  async run({ operands, json }) {
    const names = operands.length > 0 ? operands : ["groups"];
    const fixtures: Fixture[] = [];
    for (const name of names) fixtures.push(await readFixture(fileOf(name)));
    return await withCore(async (core) => {
      await core.groups.loadFirst(FIRST_GROUPS);
      for (const [i, fixture] of fixtures.entries()) {
        const loaded = await loadFixture(core, fixture, {
          passwordOf: newPassword,
        });
        const name = names[i];
        say(
          json
            ? JSON.stringify({ fixture: name, ...loaded })
            : `${name}: ${described(loaded)}`,
        );
      }
      return 0;
    });
  },
});

function fileOf(name: string): string | URL {
  return /^[\w-]+$/.test(name)
    ? new URL(`../fixtures/${name}.json`, import.meta.url)
    : name;
}

function described(loaded: Loaded): string {
  const { groups, users, clients, messages, mailings, articles } = loaded;
  const numbers = [
    counted(users.length, "user"),
    counted(clients, "client"),
    counted(messages, "message"),
    counted(mailings, "mailing"),
    counted(articles, "article"),
  ].join(", ");
  return [
    `${counted(groups, "group")} set; ${numbers} added.`,
    ...users.map(({ email, password }) => `  ${email}  ${password}`),
  ].join("\n");
}

function newPassword(): string {
  return crypto.getRandomValues(new Uint8Array(15))
    .toBase64({ alphabet: "base64url" });
}
