import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Group, GroupName } from "../core/access/group.ts";
import { ClientInput } from "../core/clients/client.ts";
import { EmailAddress } from "../core/email_address.ts";
import { Schedule } from "../core/mailings/schedule.ts";
import { MailingTextInput } from "../core/messages/message.ts";
import { Profile } from "../core/users/user.ts";
import { Misuse, sentenceOf } from "./command.ts";
import { FixtureArticle } from "./load_articles.ts";

const FixtureAudience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("everyone") }),
  z.strictObject({
    kind: z.literal("search"),
    query: z.string().trim().min(1).max(200),
  }),
  /** Clients by their addresses. */
  z.strictObject({
    kind: z.literal("chosen"),
    clients: z.array(EmailAddress),
  }),
], { error: "Write everyone, search or chosen" });

const FixtureMailing = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** The subject of one of the owner's messages. */
  message: z.string().optional(),
  audience: FixtureAudience,
  schedule: Schedule.optional(),
  /** Whether it is on its way rather than a draft. */
  launch: z.boolean().default(false),
}).superRefine(({ launch, message, schedule }, context) => {
  if (!launch) return;
  const fault = (path: string) =>
    context.addIssue({
      code: "custom",
      path: [path],
      message: "A mailing that is launched needs it",
    });
  if (message === undefined) fault("message");
  if (!schedule) fault("schedule");
});

const FixtureUser = z.strictObject({
  email: EmailAddress,
  ...Profile.shape,
  groups: z.array(GroupName),
  clients: z.array(z.strictObject(ClientInput.shape)).default([]),
  messages: z.array(z.strictObject(MailingTextInput.shape)).default([]),
  mailings: z.array(FixtureMailing).default([]),
}).superRefine(refuseUnknownNames);

/** A small world as a file holds it: groups, users with all that is theirs, articles. No passwords. */
export const Fixture = z.strictObject({
  groups: z.array(z.strictObject(Group.shape)).optional(),
  users: z.array(FixtureUser).superRefine(refuseRepeatedUsers).optional(),
  articles: z.array(FixtureArticle).optional(),
});
export type Fixture = z.infer<typeof Fixture>;
export type FixtureUser = z.infer<typeof FixtureUser>;
export type FixtureMailing = z.infer<typeof FixtureMailing>;

/** Reads a fixture and checks all of it; `Misuse` says where it is damaged. */
export async function readFixture(file: string | URL): Promise<Fixture> {
  const name = shown(file);
  const result = Fixture.safeParse(parseJson(await readText(file), name));
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const where = path.map((part) =>
    typeof part === "number" ? `[${part}]` : `.${String(part)}`
  ).join("").replace(/^\./, "");
  const said = message.replace(/\.$/, "");
  throw new Misuse(`${name} is damaged at ${where || "the top"}: ${said}.`);
}

async function readText(file: string | URL): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new Misuse(`There is no fixture ${shown(file)}.`);
    }
    throw new Misuse(`${shown(file)} cannot be read: ${sentenceOf(error)}`);
  }
}

function shown(file: string | URL): string {
  return file instanceof URL ? fileURLToPath(file) : file;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Misuse(`${name} is no JSON: ${sentenceOf(error)}.`);
  }
}

function refuseUnknownNames(
  { clients, messages, mailings }: {
    clients: { email: string }[];
    messages: { subject: string }[];
    mailings: FixtureMailing[];
  },
  context: z.RefinementCtx,
): void {
  const addresses = new Set(clients.map(({ email }) => email));
  const subjects = new Set(messages.map(({ subject }) => subject));
  const fault = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path: ["mailings", ...path], message });
  mailings.forEach(({ message, audience }, i) => {
    if (message !== undefined && !subjects.has(message)) {
      fault([i, "message"], `There is no message "${message}"`);
    }
    if (audience.kind !== "chosen") return;
    audience.clients.forEach((email, j) => {
      if (addresses.has(email)) return;
      fault([i, "audience", "clients", j], `There is no client ${email}`);
    });
  });
}

function refuseRepeatedUsers(
  users: { email: string }[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  users.forEach(({ email }, i) => {
    if (seen.has(email)) {
      const message = `${email} comes twice`;
      context.addIssue({ code: "custom", path: [i, "email"], message });
    }
    seen.add(email);
  });
}
