import type { Core } from "../core/core.ts";
import { type Audience, isLive } from "../core/mailings/mailing.ts";
import type { User } from "../core/users/user.ts";
import type { Fixture, FixtureMailing, FixtureUser } from "./fixture.ts";

/** What a fixture may be asked to hold. */
export const SECTIONS = ["groups", "users"] as const;
export type Section = typeof SECTIONS[number];

const PAGE = 100;

/** The store as a fixture: the same for the same data, in whatever order it was entered. */
export async function dumpFixture(
  core: Core,
  sections: readonly Section[],
): Promise<Fixture> {
  return {
    ...(sections.includes("groups") && { groups: await groupsOf(core) }),
    ...(sections.includes("users") && { users: await usersOf(core) }),
  };
}

async function groupsOf(core: Core): Promise<Fixture["groups"]> {
  const groups = await core.groups.list();
  return groups.map(({ name, permissions }) => ({
    name,
    permissions: permissions.toSorted(),
  }));
}

async function usersOf(core: Core): Promise<FixtureUser[]> {
  const users: FixtureUser[] = [];
  let cursor: string | undefined;
  do {
    const page = await core.users.list({
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    for (const user of page.items) users.push(await userOf(core, user));
    cursor = page.next;
  } while (cursor !== undefined);
  return users.sort(by(({ email }) => email));
}

async function userOf(core: Core, user: User): Promise<FixtureUser> {
  const { id, email, name, timeZone, groups } = user;
  const messages = await messagesOf(core, id);
  const subjects = new Map(messages.map(({ id, subject }) => [id, subject]));
  return {
    email,
    name,
    timeZone,
    groups: groups.toSorted(),
    clients: await clientsOf(core, id),
    messages: messages.map(({ subject, body }) => ({ subject, body })),
    mailings: await mailingsOf(core, id, subjects),
  };
}

async function clientsOf(
  core: Core,
  ownerId: string,
): Promise<FixtureUser["clients"]> {
  const clients: FixtureUser["clients"] = [];
  for await (const { record } of core.clients.of(ownerId).iterate({})) {
    const { email, name, comment } = record;
    clients.push({ email, name, comment });
  }
  return clients.sort(by(({ email }) => email));
}

async function messagesOf(core: Core, ownerId: string) {
  const messages = [];
  let cursor: string | undefined;
  do {
    const page = await core.messages.of(ownerId).list({ cursor, limit: PAGE });
    messages.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return messages.sort(by(({ subject, body }) => `${subject}\n${body}`));
}

async function mailingsOf(
  core: Core,
  ownerId: string,
  subjects: ReadonlyMap<string, string>,
): Promise<FixtureMailing[]> {
  const mailings: FixtureMailing[] = [];
  for await (const mailing of core.mailings.of(ownerId).iterate()) {
    if (mailing.deletedAt) continue;
    const { name, textId, audience, schedule } = mailing;
    const message = textId === undefined ? undefined : subjects.get(textId);
    mailings.push({
      name,
      ...(message !== undefined && { message }),
      audience: await audienceOf(core, ownerId, audience),
      ...(schedule && { schedule }),
      launch: isLive(mailing) && message !== undefined,
    });
  }
  return mailings.sort(by((mailing) => JSON.stringify(mailing)));
}

async function audienceOf(
  core: Core,
  ownerId: string,
  audience: Audience,
): Promise<FixtureMailing["audience"]> {
  if (audience.kind !== "chosen") return audience;
  const clients: string[] = [];
  const members = core.audiences.iterate(ownerId, audience.listId);
  for await (const { clientId } of members) {
    const client = await core.clients.of(ownerId).find(clientId);
    if (client) clients.push(client.email);
  }
  return { kind: "chosen", clients: clients.sort() };
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
