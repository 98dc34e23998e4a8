import { createPasswords } from "../../core/access/passwords.ts";
import { readConfig } from "../../core/config.ts";
import type { Core } from "../../core/core.ts";
import { openCore } from "../../core/open_core.ts";
import { wallTimeOf } from "../../core/mailings/schedule.ts";

/** A mailing that was due this second, of an owner of its own. */
export interface DueMailing {
  ownerId: string;
  id: string;
}

/** What a mailing says. */
export interface Text {
  subject: string;
  body: string;
}

/** An owner, or a client of theirs. */
export interface Person {
  email: string;
  name: string;
}

const OWNER: Person = { email: "owner@example.com", name: "Harbour Books" };
const TEXT: Text = {
  subject: "News for {{name}}",
  body: "Dear {{name}}, this is for {{email}} alone.\n\n{{unsubscribe}}\n",
};

/** Opens the core on a store file, as a command with these settings would, for a test to look or write. */
export async function onStore<T>(
  path: string,
  work: (core: Core) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const config = readConfig({ KV_PATH: path, ...settings });
  const { core, close } = await openCore(config, {
    write: () => {},
    passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  });
  try {
    return await work(core);
  } finally {
    await close();
  }
}

/** Makes an owner whose mailing to these clients, or to so many, was due this second. */
export async function makeDueMailing(
  core: Core,
  { clients, owner = OWNER, text = TEXT }: {
    clients: number | Person[];
    owner?: Person;
    text?: Text;
  },
): Promise<DueMailing> {
  const { id: ownerId } = await core.users.create({
    ...owner,
    password: "a long secret",
    timeZone: "UTC",
    groups: ["owner"],
  });
  await core.clients.of(ownerId).createMany(
    typeof clients === "number" ? people(clients) : clients,
  );
  return await addDueMailing(core, ownerId, text);
}

/** Makes another mailing to all clients of an owner. */
export async function addDueMailing(
  core: Core,
  ownerId: string,
  text: Text = TEXT,
): Promise<DueMailing> {
  const { id: textId } = await core.messages.of(ownerId).create(text);
  const { id } = await core.mailings.of(ownerId).create({
    name: "News",
    textId,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: wallTimeOf(core.store.now(), "UTC"),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
  return { ownerId, id };
}

function people(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    email: `client${i}@example.com`,
    name: `Client №${i}`,
  }));
}
