import { z } from "zod";
import { ADMINISTRATOR } from "../core/access/group.ts";
import { Misuse, runCommand } from "./command.ts";
import { ask, askHidden } from "./ask.ts";
import { withCore } from "./open.ts";
import { say } from "./terminal.ts";

/** Makes an administrator. */
await runCommand({
  name: "createadmin",
  about: "Makes an account that may administer the site.",
  flags: {
    email: { type: "string", value: "ADDRESS", about: "Who signs in." },
    name: { type: "string", value: "NAME", about: "What they are called." },
    password: {
      type: "string",
      value: "PASSWORD",
      about: "At least 10 characters; others on this machine may see it here.",
    },
    json: { type: "boolean", about: "Print the new account as JSON." },
  },
  notes: ["What is not given is asked for; a password is typed unseen."],
  input: z.object({
    email: z.string().optional(),
    name: z.string().optional(),
    password: z.string().optional(),
    json: z.boolean().default(false),
  }),
  run: ({ json, ...given }) =>
    withCore(async (core) => {
      const email = given.email ?? await ask("E-mail");
      const name = given.name ?? await ask("Name");
      const password = given.password ?? await newPassword();
      const { id, groups } = await core.users.create({
        email,
        name,
        password,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        groups: [ADMINISTRATOR],
      });
      say(
        json
          ? JSON.stringify({ id, email, name, groups })
          : `${name} <${email}> may administer the site.`,
      );
      return 0;
    }),
});

async function newPassword(): Promise<string> {
  const password = await askHidden("Password");
  if (!Deno.stdin.isTerminal()) return password;
  if (password === await askHidden("Password again")) return password;
  throw new Misuse("The two passwords differ. Nothing was written.");
}
