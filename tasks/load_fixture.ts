import type { Core } from "../core/core.ts";
import { Conflict } from "../core/errors.ts";
import {
  firstFrom,
  instantOf,
  type Schedule,
  wallTimeOf,
} from "../core/mailings/schedule.ts";
import type { OwnMessages } from "../core/messages/own_messages.ts";
import type { User } from "../core/users/user.ts";
import { loadArticles } from "./load_articles.ts";
import type { Fixture, FixtureMailing, FixtureUser } from "./fixture.ts";

/** What was new in a fixture. */
export interface Loaded {
  groups: number;
  /** Users who had no account before, with the passwords they got. */
  users: { email: string; groups: string[]; password: string }[];
  clients: number;
  messages: number;
  mailings: number;
  articles: number;
}

/** Adds what a fixture holds and the store does not; what is there already stays as it is. */
export async function loadFixture(
  core: Core,
  { groups = [], users = [], articles = [] }: Fixture,
  { passwordOf }: { passwordOf: (user: FixtureUser) => string },
): Promise<Loaded> {
  const loaded: Loaded = {
    groups: groups.length,
    users: [],
    clients: 0,
    messages: 0,
    mailings: 0,
    articles: 0,
  };
  await assertGroupsKnown(core, { groups, users });
  await core.groups.load(groups);
  for (const fixture of users) {
    const known = await core.users.findByEmail(fixture.email);
    const user = known ?? await addUser(core, fixture, { passwordOf, loaded });
    await addBelongings({ core, user, loaded }, fixture);
  }
  loaded.articles = await loadArticles(core, articles);
  return loaded;
}

async function assertGroupsKnown(
  core: Core,
  { groups = [], users = [] }: Fixture,
): Promise<void> {
  const there = [...await core.groups.list(), ...groups];
  const known = new Set(there.map(({ name }) => name));
  for (const { email, groups: names } of users) {
    const unknown = names.find((name) => !known.has(name));
    if (unknown === undefined) continue;
    throw new Conflict(
      `${email} is to be in the group ${unknown}, which does not exist. Nothing was loaded.`,
    );
  }
}

async function addUser(
  core: Core,
  user: FixtureUser,
  { passwordOf, loaded }: {
    passwordOf: (user: FixtureUser) => string;
    loaded: Loaded;
  },
): Promise<User> {
  const { email, name, timeZone, groups } = user;
  const password = passwordOf(user);
  loaded.users.push({ email, groups, password });
  return await core.users.create({ email, name, timeZone, groups, password });
}

interface Target {
  core: Core;
  user: User;
  loaded: Loaded;
}

async function addBelongings(
  { core, user, loaded }: Target,
  { clients, messages, mailings }: FixtureUser,
): Promise<void> {
  const { created } = await core.clients.of(user.id).createMany(clients);
  loaded.clients += created;
  const own = core.messages.of(user.id);
  const textIds = await textIdsOf(own);
  for (const message of messages) {
    if (textIds.has(message.subject)) continue;
    textIds.set(message.subject, (await own.create(message)).id);
    loaded.messages++;
  }
  const known = new Set<string>();
  for await (const { name, deletedAt } of core.mailings.of(user.id).iterate()) {
    if (!deletedAt) known.add(name);
  }
  for (const mailing of mailings) {
    if (known.has(mailing.name)) continue;
    await addMailing({ core, user, loaded }, mailing, textIds);
  }
}

async function addMailing(
  { core, user, loaded }: Target,
  { name, message, audience, schedule, launch }: FixtureMailing,
  textIds: ReadonlyMap<string, string>,
): Promise<void> {
  const begun = launch && schedule
    ? fromNow(schedule, core.store.now())
    : undefined;
  const textId = message === undefined ? undefined : textIds.get(message);
  await core.mailings.of(user.id).create({
    name,
    ...(textId !== undefined && { textId }),
    audience: audience.kind === "chosen"
      ? {
        kind: "chosen",
        clientIds: await clientIds(core, user, audience.clients),
      }
      : audience,
    ...(schedule && { schedule: begun ?? schedule }),
  }, { launch: begun !== undefined });
  loaded.mailings++;
}

/** The schedule with its first occurrence still to come, if there is one. */
function fromNow(schedule: Schedule, now: Date): Schedule | undefined {
  const { startsAt, timeZone } = schedule;
  if (instantOf(startsAt, timeZone) >= now) return schedule;
  const next = firstFrom(schedule, now);
  return next && { ...schedule, startsAt: wallTimeOf(next, timeZone) };
}

async function textIdsOf(messages: OwnMessages): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await messages.list({ cursor, limit: 100 });
    for (const { subject, id } of page.items) ids.set(subject, id);
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
}

async function clientIds(
  core: Core,
  user: User,
  addresses: readonly string[],
): Promise<string[]> {
  const wanted = new Set(addresses);
  const ids: string[] = [];
  for await (const { record } of core.clients.of(user.id).iterate({})) {
    if (wanted.has(record.email)) ids.push(record.id);
  }
  return ids;
}
